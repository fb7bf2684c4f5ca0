using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Finds the quantities of a message, each with its unit and comparison; what they measure is determined later.</summary>
internal static class QuantityScanner
{
    public static List<PlacedQuantity> Read(TokenList tokens)
    {
        var quantities = new List<PlacedQuantity>();
        for (var tokenIndex = 0; tokenIndex < tokens.Count; )
        {
            if (ReadRatio(tokens, tokenIndex) is { } ratio)
            {
                quantities.AddRange(ratio);
                tokenIndex = ratio[^1].NextIndex;
            }
            else if (ReadQuantity(tokens, tokenIndex) is { } quantity)
            {
                quantities.Add(quantity);
                tokenIndex = quantity.NextIndex;
            }
            else
            {
                tokenIndex++;
            }
        }

        return quantities;
    }

    /// <summary>"9/15 người": nine of fifteen.</summary>
    private static PlacedQuantity[]? ReadRatio(TokenList tokens, int tokenIndex) =>
        tokens.IsNumber(tokenIndex)
        && tokens.IsSign(tokenIndex + 1, "/")
        && tokens.IsNumber(tokenIndex + 2)
        && UnitWord.Read(tokens, tokenIndex + 3) is { Kind: QuantityKind.People } people
        && decimal.TryParse(tokens[tokenIndex].Written, out var part)
        && decimal.TryParse(tokens[tokenIndex + 2].Written, out var whole)
        && part <= whole
            ?
            [
                new(
                    new Quantity(part, QuantityKind.People, GetSpan(tokens, tokenIndex, tokenIndex + 1), 1),
                    tokenIndex,
                    tokenIndex + 1,
                    people.IsWomen,
                    people.IsInsured
                )
                {
                    NumberIndex = tokenIndex,
                    IsPartOfNext = true,
                },
                new(
                    new Quantity(whole, QuantityKind.People, GetSpan(tokens, tokenIndex + 2, people.NextIndex), 1),
                    tokenIndex + 2,
                    people.NextIndex,
                    false,
                    false
                )
                {
                    NumberIndex = tokenIndex + 2,
                },
            ]
            : null;

    private static PlacedQuantity? ReadQuantity(TokenList tokens, int tokenIndex)
    {
        var start = tokenIndex;
        var isDollar =
            tokens.IsSign(tokenIndex, "$€£¥") || (Lexicon.IsMatch("foreign", tokens, tokenIndex) && tokens.IsNumber(tokenIndex + 1));
        var isPrefixed =
            isDollar
            || (
                Lexicon.Find("currency", tokens, tokenIndex) is { IsExact: true }
                && tokens.GetOrNull(tokenIndex)!.Written.Length > 1
                && tokens.IsNumber(tokenIndex + 1)
            );
        tokenIndex += isPrefixed ? 1 : 0;
        if (NumeralReader.Read(tokens, tokenIndex) is not { } number)
        {
            return null;
        }

        var (upper, next, isRange) = (number.Upper, number.NextIndex, false);
        var second = ReadRangeEnd(tokens, number, tokenIndex);
        if (second is not null)
        {
            if (number.Scale == 1 && second.Scale > 1 && number.Value < 1_000)
            {
                number = number.Multiply(second.Scale) with { IsMoneyScale = second.IsMoneyScale };
            }

            (upper, next, isRange) = (second.Value, second.NextIndex, true);
            number = number with { Confidence = Math.Min(number.Confidence, second.Value > number.Value ? second.Confidence : 0.3) };
        }

        var unit = ReadUnit(tokens, tokenIndex, next);
        if ((number.NeedsUnit && unit is null && number.Scale == 1 && !isRange) || IsArticle(tokens, tokenIndex, number, unit))
        {
            return null;
        }

        var isMoneyScale = number.IsMoneyScale || second is { IsMoneyScale: true };
        if (isMoneyScale && number.Value >= MostCounted && unit?.Kind is QuantityKind.People || IsLink(tokens, next, unit, isMoneyScale))
        {
            unit = null; // "160 triệu ban đầu", "9,8 ty con von 3 ty": no bạn and no con is counted.
        }

        var kind =
            isDollar ? QuantityKind.ForeignMoney
            : unit?.Kind is { } unitKind
            && !(isMoneyScale && unitKind is QuantityKind.Years or QuantityKind.Months or QuantityKind.Days && isMoneyScale)
                ? unitKind
            : isMoneyScale || isPrefixed ? QuantityKind.Money
            : QuantityKind.Plain;
        if (
            kind is QuantityKind.Money
            && unit?.Kind is QuantityKind.Years or QuantityKind.Months or QuantityKind.Days or QuantityKind.Weeks
        )
        {
            unit = null; // "700tr năm": a rate, not a duration.
        }

        next = unit?.NextIndex ?? next;
        if (kind == QuantityKind.Money && Lexicon.Find("foreign", tokens, next) is { } foreign)
        {
            (kind, next) = (QuantityKind.ForeignMoney, next + foreign.Length);
        }

        var isNegative = IsNegative(tokens, start);
        var quantity = new Quantity(
            TrimZeros(isNegative ? -number.Value : number.Value),
            kind,
            default,
            isNegative ? 0.5 : number.Confidence
        )
        {
            Upper = upper is { } most ? TrimZeros(most) : null,
            Alternative = number.Alternative is { } other ? TrimZeros(other) : null,
            Comparator = isRange ? Comparator.Between : Comparator.Equal,
            Exactness = number.IsVague ? Exactness.Vague : Exactness.Unspecified,
        };
        if (number.IsVague)
        {
            quantity = quantity with { Comparator = Comparator.Between };
        }

        var (compared, first) = Comparisons.ReadBefore(tokens, quantity, start);
        (compared, next) = Comparisons.ReadAfter(tokens, compared, next);
        (compared, next) = ReadRate(tokens, compared, next);
        if (compared.Comparator == Comparator.AtLeast && tokens.GetOrNull(next) is { Folded: "len" or "xuong" })
        {
            compared = compared with { Comparator = Comparator.Equal }; // "từ 5 tỷ lên 8 tỷ".
        }

        return new(
            compared with
            {
                Span = GetSpan(tokens, start, next),
            },
            first,
            next,
            unit is { IsWomen: true },
            unit is { IsInsured: true }
        )
        {
            NumberIndex = start,
        };
    }

    /// <summary>No enterprise counts so many people.</summary>
    private const decimal MostCounted = 1_000_000;

    /// <summary>"Còn" (while) without its marks after an amount is no counted thing.</summary>
    private static bool IsLink(TokenList tokens, int next, UnitWord? unit, bool isMoneyScale) =>
        isMoneyScale && unit?.Kind == QuantityKind.Things && tokens.GetOrNull(next) is { Folded: "con" };

    private static Numeral? ReadRangeEnd(TokenList tokens, Numeral number, int tokenIndex)
    {
        if (number.IsVague)
        {
            return null;
        }

        var next = number.NextIndex;
        if (UnitWord.Read(tokens, next) is { Kind: not QuantityKind.Things } unit && !unit.IsDuration)
        {
            next = unit.NextIndex; // "5 người đến 10 người", "2% - 5%".
        }

        var isSign = tokens.IsSign(next, "-–—~") && tokens.IsNumber(next + 1);
        var isAnd = tokens.GetOrNull(next) is { Written: "and" } && tokens.GetOrNull(tokenIndex - 1) is { Written: "between" };
        var word = Lexicon.Find("to", tokens, next);
        if (!isSign && !isAnd && word is null)
        {
            return null;
        }

        var start = next + (word?.Length ?? 1);
        if (Lexicon.Find("before", tokens, start) is { Value: "approx" } about)
        {
            start += about.Length;
        }

        return
            NumeralReader.Read(tokens, start) is { IsVague: false } end && !(end.NeedsUnit && UnitWord.Read(tokens, end.NextIndex) is null)
            ? end
            : null;
    }

    /// <summary>"một năm", "a month" after an amount, and "một" before a noun that is not counted, are no quantities.</summary>
    private static bool IsArticle(TokenList tokens, int tokenIndex, Numeral number, UnitWord? unit) =>
        number is { Value: 1, HasWords: true, NeedsUnit: true } && unit is null or { Kind: QuantityKind.Things } or { IsDuration: true };

    /// <summary>The unit, after a hyphen too ("3-year"), or that of the words before ("a team of six").</summary>
    private static UnitWord? ReadUnit(TokenList tokens, int tokenIndex, int next)
    {
        if (UnitWord.Read(tokens, next) is { } unit)
        {
            return unit;
        }

        if (tokens.IsSign(next, "-") && tokens[next].IsAttached && UnitWord.Read(tokens, next + 1) is { IsDuration: true } term)
        {
            return term;
        }

        return FollowsTeamWord(tokens, tokenIndex) ? new UnitWord(QuantityKind.People, next) : null;
    }

    /// <summary>"a team of six".</summary>
    private static bool FollowsTeamWord(TokenList tokens, int tokenIndex) =>
        tokens.GetOrNull(tokenIndex - 1) is { Written: "of" }
        && tokens.GetOrNull(tokenIndex - 2) is { Written: "team" or "crew" or "staff" or "workforce" or "headcount" };

    private static bool IsNegative(TokenList tokens, int tokenIndex) =>
        Lexicon.FindBefore("minus", tokens, tokenIndex) is { IsExact: true }
        || (
            tokens.IsSign(tokenIndex - 1, "-−–")
            && tokens.GetOrNull(tokenIndex) is { IsAttached: true }
            && (tokenIndex < 2 || !tokens[tokenIndex - 1].IsAttached)
        );

    /// <summary>"300 triệu một tháng", "2 tỷ/năm", "a year".</summary>
    private static (Quantity Quantity, int Next) ReadRate(TokenList tokens, Quantity quantity, int tokenIndex)
    {
        if (quantity.Kind is not (QuantityKind.Money or QuantityKind.ForeignMoney or QuantityKind.Percent or QuantityKind.Plain))
        {
            return (quantity, tokenIndex);
        }

        var unitAt =
            Lexicon.IsMatch("per", tokens, tokenIndex) || tokens.GetOrNull(tokenIndex) is { Written: "1" } ? tokenIndex + 1 : tokenIndex;
        unitAt += tokens.GetOrNull(unitAt) is { Folded: "mot" or "moi" or "1" } && unitAt > tokenIndex ? 1 : 0;
        if (
            UnitWord.Read(tokens, unitAt) is { IsDuration: true } unit
            && (unitAt > tokenIndex || IsBareRate(tokens, quantity, unitAt, unit))
        )
        {
            return Lexicon.IsMatch("pastyear", tokens, unit.NextIndex)
                ? (quantity, tokenIndex)
                : (quantity with { RateUnit = unit.Kind }, unit.NextIndex);
        }

        return (quantity, tokenIndex);
    }

    private static bool IsBareRate(TokenList tokens, Quantity quantity, int tokenIndex, UnitWord unit) =>
        quantity.Kind == QuantityKind.Money
        && tokens.GetOrNull(unit.NextIndex) is not { Kind: TokenKind.Number }
        && tokens[tokenIndex].Written != "years"
        && !Lexicon.IsMatch("pastyear", tokens, unit.NextIndex);

    /// <summary>Without the zeros that arithmetic leaves behind the point.</summary>
    private static decimal TrimZeros(decimal value) => value / 1.0000000000000000000000000000m;

    private static TextSpan GetSpan(TokenList tokens, int first, int next) =>
        new(tokens[first].Start, tokens[next - 1].End - tokens[first].Start);
}
