using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Finds the quantities of a message, each with its unit and comparison; what they measure is bound later.</summary>
internal static class QuantityScan
{
    public static List<PlacedQuantity> Read(Tokens tokens)
    {
        var found = new List<PlacedQuantity>();
        for (var at = 0; at < tokens.Count; )
        {
            if (Ratio(tokens, at) is { } ratio)
            {
                found.AddRange(ratio);
                at = ratio[^1].Next;
            }
            else if (One(tokens, at) is { } one)
            {
                found.Add(one);
                at = one.Next;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    /// <summary>"9/15 người": nine of fifteen.</summary>
    private static PlacedQuantity[]? Ratio(Tokens tokens, int at) =>
        tokens.IsNumber(at)
        && tokens.IsSign(at + 1, "/")
        && tokens.IsNumber(at + 2)
        && Units.Read(tokens, at + 3) is { Kind: QuantityKind.People } people
        && decimal.TryParse(tokens[at].Written, out var part)
        && decimal.TryParse(tokens[at + 2].Written, out var whole)
        && part <= whole
            ?
            [
                new(new Quantity(part, QuantityKind.People, Span(tokens, at, at + 1), 1), at, at + 1, people.IsWomen, people.IsInsured)
                {
                    Number = at,
                    IsPartOfNext = true,
                },
                new(new Quantity(whole, QuantityKind.People, Span(tokens, at + 2, people.Next), 1), at + 2, people.Next, false, false)
                {
                    Number = at + 2,
                },
            ]
            : null;

    private static PlacedQuantity? One(Tokens tokens, int at)
    {
        var start = at;
        var isDollar = tokens.IsSign(at, "$€£¥") || (Lexicon.Is("foreign", tokens, at) && tokens.IsNumber(at + 1));
        var isPrefixed =
            isDollar
            || (Lexicon.Find("currency", tokens, at) is { IsExact: true } && tokens.At(at)!.Written.Length > 1 && tokens.IsNumber(at + 1));
        at += isPrefixed ? 1 : 0;
        if (NumeralReader.Read(tokens, at) is not { } number)
        {
            return null;
        }

        var (upper, next, isRange) = (number.Upper, number.Next, false);
        var second = RangeEnd(tokens, number, at);
        if (second is not null)
        {
            if (number.Scale == 1 && second.Scale > 1 && number.Value < 1_000)
            {
                number = number.Times(second.Scale) with { IsMoneyScale = second.IsMoneyScale };
            }

            (upper, next, isRange) = (second.Value, second.Next, true);
            number = number with { Confidence = Math.Min(number.Confidence, second.Value > number.Value ? second.Confidence : 0.3) };
        }

        var unit = UnitAfter(tokens, at, next);
        if ((number.NeedsUnit && unit is null && number.Scale == 1 && !isRange) || IsArticle(tokens, at, number, unit))
        {
            return null;
        }

        var isMoneyScale = number.IsMoneyScale || second is { IsMoneyScale: true };
        var kind =
            isDollar ? QuantityKind.ForeignMoney
            : unit?.Kind is { } said
            && !(isMoneyScale && said is QuantityKind.Years or QuantityKind.Months or QuantityKind.Days && isMoneyScale)
                ? said
            : isMoneyScale || isPrefixed ? QuantityKind.Money
            : QuantityKind.Plain;
        if (
            kind is QuantityKind.Money
            && unit?.Kind is QuantityKind.Years or QuantityKind.Months or QuantityKind.Days or QuantityKind.Weeks
        )
        {
            unit = null; // "700tr năm": a rate, not a duration.
        }

        next = unit?.Next ?? next;
        if (kind == QuantityKind.Money && Lexicon.Find("foreign", tokens, next) is { } foreign)
        {
            (kind, next) = (QuantityKind.ForeignMoney, next + foreign.Length);
        }

        var isNegative = IsNegative(tokens, start);
        var quantity = new Quantity(
            Shortest(isNegative ? -number.Value : number.Value),
            kind,
            default,
            isNegative ? 0.5 : number.Confidence
        )
        {
            Upper = upper is { } most ? Shortest(most) : null,
            Alternative = number.Alternative is { } other ? Shortest(other) : null,
            Comparator = isRange ? Comparator.Between : Comparator.Equal,
            Exactness = number.IsVague ? Exactness.Vague : Exactness.Stated,
        };
        if (number.IsVague)
        {
            quantity = quantity with { Comparator = Comparator.Between };
        }

        var (compared, first) = Comparisons.Before(tokens, quantity, start);
        (compared, next) = Comparisons.After(tokens, compared, next);
        (compared, next) = Per(tokens, compared, next);
        if (compared.Comparator == Comparator.AtLeast && tokens.At(next) is { Folded: "len" or "xuong" })
        {
            compared = compared with { Comparator = Comparator.Equal }; // "từ 5 tỷ lên 8 tỷ".
        }

        return new(compared with { Span = Span(tokens, start, next) }, first, next, unit is { IsWomen: true }, unit is { IsInsured: true })
        {
            Number = start,
        };
    }

    private static Numeral? RangeEnd(Tokens tokens, Numeral number, int at)
    {
        if (number.IsVague)
        {
            return null;
        }

        var next = number.Next;
        if (Units.Read(tokens, next) is { Kind: not QuantityKind.Things } unit && !unit.IsDuration)
        {
            next = unit.Next; // "5 người đến 10 người", "2% - 5%".
        }

        var isSign = tokens.IsSign(next, "-–—~") && tokens.IsNumber(next + 1);
        var isAnd = tokens.At(next) is { Written: "and" } && tokens.At(at - 1) is { Written: "between" };
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

        return NumeralReader.Read(tokens, start) is { IsVague: false } end && !(end.NeedsUnit && Units.Read(tokens, end.Next) is null)
            ? end
            : null;
    }

    /// <summary>"một năm", "a month" after an amount, and "một" before a noun that is not counted, are no quantities.</summary>
    private static bool IsArticle(Tokens tokens, int at, Numeral number, Units? unit) =>
        number is { Value: 1, HasWords: true, NeedsUnit: true } && unit is null or { Kind: QuantityKind.Things } or { IsDuration: true };

    /// <summary>The unit, after a hyphen too ("3-year"), or that of the words before ("a team of six").</summary>
    private static Units? UnitAfter(Tokens tokens, int at, int next)
    {
        if (Units.Read(tokens, next) is { } unit)
        {
            return unit;
        }

        if (tokens.IsSign(next, "-") && tokens[next].IsGlued && Units.Read(tokens, next + 1) is { IsDuration: true } term)
        {
            return term;
        }

        return IsTeam(tokens, at) ? new Units(QuantityKind.People, next) : null;
    }

    /// <summary>"a team of six".</summary>
    private static bool IsTeam(Tokens tokens, int at) =>
        tokens.At(at - 1) is { Written: "of" }
        && tokens.At(at - 2) is { Written: "team" or "crew" or "staff" or "workforce" or "headcount" };

    private static bool IsNegative(Tokens tokens, int at) =>
        Lexicon.FindBefore("minus", tokens, at) is { IsExact: true }
        || (tokens.IsSign(at - 1, "-−–") && tokens.At(at) is { IsGlued: true } && (at < 2 || !tokens[at - 1].IsGlued));

    /// <summary>"300 triệu một tháng", "2 tỷ/năm", "a year".</summary>
    private static (Quantity Quantity, int Next) Per(Tokens tokens, Quantity quantity, int at)
    {
        if (quantity.Kind is not (QuantityKind.Money or QuantityKind.ForeignMoney or QuantityKind.Percent or QuantityKind.Plain))
        {
            return (quantity, at);
        }

        var unitAt = Lexicon.Is("per", tokens, at) || tokens.At(at) is { Written: "1" } ? at + 1 : at;
        unitAt += tokens.At(unitAt) is { Folded: "mot" or "moi" or "1" } && unitAt > at ? 1 : 0;
        if (Units.Read(tokens, unitAt) is { IsDuration: true } unit && (unitAt > at || IsBareRate(tokens, quantity, unitAt, unit)))
        {
            return Lexicon.Is("pastyear", tokens, unit.Next) ? (quantity, at) : (quantity with { Per = unit.Kind }, unit.Next);
        }

        return (quantity, at);
    }

    private static bool IsBareRate(Tokens tokens, Quantity quantity, int at, Units unit) =>
        quantity.Kind == QuantityKind.Money
        && tokens.At(unit.Next) is not { Kind: TokenKind.Number }
        && tokens[at].Written != "years"
        && !Lexicon.Is("pastyear", tokens, unit.Next);

    /// <summary>Without the zeros that arithmetic leaves behind the point.</summary>
    private static decimal Shortest(decimal value) => value / 1.0000000000000000000000000000m;

    private static TextSpan Span(Tokens tokens, int first, int next) =>
        new(tokens[first].Start, tokens[next - 1].End - tokens[first].Start);
}
