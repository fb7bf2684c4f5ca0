namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>Numbers below the first scale word: digits, "hai mươi lăm", "3 trăm rưỡi", "twenty-five", "vài chục".</summary>
internal static class HundredsReader
{
    public static Numeral? Read(Tokens tokens, int at, bool isTail = false) =>
        tokens.IsNumber(at) ? Digits(tokens, at)
        : EnglishReader.Read(tokens, at) is { } english ? english
        : Vague(tokens, at) is { } vague && !isTail ? vague
        : Words(tokens, at, isTail);

    private static Numeral? Digits(Tokens tokens, int at)
    {
        var scale = Scales.Read(tokens, at + 1)?.Value ?? 1;
        if (DigitText.Read(tokens[at].Written, scale, tokens.IsEnglish, Lexicon.Is("percent", tokens, at + 1)) is not { } digits)
        {
            return null;
        }

        var number = new Numeral(digits.Value, at + 1, digits.Confidence) { Alternative = digits.Alternative };
        return Fraction(tokens, Hundreds(tokens, number));
    }

    private static Numeral? Words(Tokens tokens, int at, bool isTail)
    {
        if (Lexicon.Find("ten", tokens, at) is { } ten && (ten.IsExact || !tokens.IsWellMarked))
        {
            return Lexicon.Is("many", tokens, at + 1)
                ? new Numeral(11, at + 2, 0.5)
                {
                    Upper = 19,
                    IsVague = true,
                    HasWords = true,
                }
                : Ones(tokens, new Numeral(10, at + 1, ten.IsExact ? 1 : 0.95) { HasWords = true });
        }

        if (Lexicon.Find("one", tokens, at) is { } one && (one.IsExact || !tokens.IsWellMarked))
        {
            if (IsPeriodWord(tokens, at) || tokens[at].Folded is "tu" or "lam" or "nham")
            {
                return null; // "tư" and "lăm" only end a number; without diacritics "tu nam" is "từ năm".
            }

            var number = new Numeral(one.Number, at + 1, one.IsExact ? 1 : 0.85) { HasWords = true };
            var longer = Fraction(tokens, Hundreds(tokens, number));
            if (longer.Next == at + 1 && Pair(tokens, at, one.Number) is { } pair)
            {
                return pair;
            }

            return longer.Next == at + 1 ? longer with { NeedsUnit = !isTail } : longer;
        }

        if (Lexicon.Is("zero", tokens, at) && Lexicon.Is("hundred", tokens, at + 1))
        {
            return Hundreds(tokens, new Numeral(0, at + 1, 1) { HasWords = true });
        }

        // "trăm triệu", "chục người": one of them.
        if (Lexicon.Is("hundred", tokens, at) || Lexicon.Is("chuc", tokens, at))
        {
            var isDozen = Lexicon.Is("chuc", tokens, at);
            var number = Hundreds(tokens, new Numeral(1, at, 1) { HasWords = true, NeedsUnit = true });
            return number with { Confidence = isDozen ? 0.7 : 0.8, NeedsUnit = true };
        }

        return null;
    }

    /// <summary>"năm sáu người", "hai ba chục": neighbours that mean one or the other.</summary>
    private static Numeral? Pair(Tokens tokens, int at, decimal first)
    {
        if (
            Lexicon.Find("one", tokens, at + 1) is not { } second
            || second.Number != first + 1
            || (tokens[at + 1].Folded == "nam" && !IsFollowedByUnit(tokens, at + 2))
        )
        {
            return null;
        }

        var isChuc = Lexicon.Is("chuc", tokens, at + 2) || Lexicon.Is("tens", tokens, at + 2);
        var factor =
            isChuc ? 10
            : Lexicon.Is("hundred", tokens, at + 2) ? 100
            : 1;
        return new Numeral(first * factor, at + (factor > 1 ? 3 : 2), 0.7)
        {
            Upper = second.Number * factor,
            IsVague = true,
            HasWords = true,
            NeedsUnit = true,
        };
    }

    /// <summary>"năm 2025" and "năm ngoái" are years, not fives.</summary>
    private static bool IsPeriodWord(Tokens tokens, int at) =>
        tokens[at].Folded == "nam"
        && (
            tokens.At(at + 1) is { Kind: TokenKind.Number }
            || Lexicon.Is("pastyear", tokens, at + 1)
            || tokens.At(at + 1) is { IsTaken: true }
        );

    private static Numeral Hundreds(Tokens tokens, Numeral number)
    {
        var at = number.Next;
        if (Lexicon.Is("hundred", tokens, at) && number.Value is > 0 and < 10 or 0 && Lexicon.Is("hundred", tokens, at))
        {
            var hundreds = number with { Value = number.Value * 100, Next = at + 1, HasWords = true, Alternative = null };
            if (Lexicon.Is("half", tokens, at + 1))
            {
                return hundreds with { Value = hundreds.Value + 50, Next = at + 2 };
            }

            var rest = Lexicon.Is("link", tokens, at + 1) ? at + 2 : at + 1;
            return Tens(tokens, hundreds, rest);
        }

        if (number.Value is > 0 and < 100 && Lexicon.Is("chuc", tokens, at))
        {
            var tens = number with { Value = number.Value * 10, Next = at + 1, HasWords = true };
            return Lexicon.Is("half", tokens, at + 1) ? tens with { Value = tens.Value + 5, Next = at + 2, Confidence = 0.6 } : tens;
        }

        return number.HasWords && number.Value is > 1 and < 10
            ? Tens(tokens, number with { Value = 0 }, at - 1) with
            {
                HasWords = true,
            }
            : number;
    }

    private static Numeral Tens(Tokens tokens, Numeral before, int at)
    {
        if (Lexicon.Is("ten", tokens, at) && tokens[at].Canonical != "muoi")
        {
            return Ones(tokens, before with { Value = before.Value + 10, Next = at + 1 });
        }

        if (Lexicon.Find("one", tokens, at) is not { } one)
        {
            return tokens.At(at) is { Folded: "muoi" } && before.Value > 0
                ? Ones(tokens, before with { Value = before.Value + 10, Next = at + 1 })
                : before;
        }

        if (Lexicon.Is("tens", tokens, at + 1) && one.Number > 1)
        {
            return Lexicon.Is("many", tokens, at + 2)
                ? before with
                {
                    Value = before.Value + (one.Number * 10) + 1,
                    Upper = before.Value + (one.Number * 10) + 9,
                    Next = at + 3,
                    IsVague = true,
                    Confidence = 0.5,
                }
                : Ones(tokens, before with { Value = before.Value + (one.Number * 10), Next = at + 2 });
        }

        // "hai mốt", "hai lăm": twenty-one, twenty-five.
        if (
            one.Number > 1
            && tokens.At(at + 1)?.Folded is "mot" or "lam" or "nham"
            && Lexicon.Find("one", tokens, at + 1) is { Number: var end }
        )
        {
            var isPlainOne = tokens[at + 1].Canonical is "môt5" or "mot";
            if (!isPlainOne && one.Number > 1)
            {
                return before with
                {
                    Value = before.Value + (one.Number * 10) + end,
                    Next = at + 2,
                    Confidence = Math.Min(before.Confidence, 0.9),
                };
            }
        }

        if (before.Value >= 100 && IsFollowedByUnit(tokens, at + 1) is false && !Lexicon.Is("link", tokens, at - 1))
        {
            // "trăm hai" is 120.
            return before with { Value = before.Value + (one.Number * 10), Next = at + 1, Confidence = Math.Min(before.Confidence, 0.8) };
        }

        if (before.Value >= 100 && !Lexicon.Is("link", tokens, at - 1))
        {
            return before with { Value = before.Value + (one.Number * 10), Next = at + 1, Confidence = Math.Min(before.Confidence, 0.7) };
        }

        return before with
        {
            Value = before.Value + one.Number,
            Next = at + 1,
        };
    }

    private static bool IsFollowedByUnit(Tokens tokens, int at) =>
        Units.Read(tokens, at) is not null || Scales.Read(tokens, at) is not null;

    private static Numeral Ones(Tokens tokens, Numeral number) =>
        Lexicon.Find("one", tokens, number.Next) is { } one && !IsPeriodWord(tokens, number.Next) && !IsYearUnit(tokens, number.Next)
            ? number with
            {
                Value = number.Value + one.Number,
                Next = number.Next + 1,
                Confidence = Math.Min(number.Confidence, one.IsExact ? 1 : 0.9),
            }
            : number;

    /// <summary>"mười năm" is ten years unless a unit follows: "mười năm người" would be written "mười lăm".</summary>
    private static bool IsYearUnit(Tokens tokens, int at) => tokens[at].Folded == "nam";

    /// <summary>"một phẩy năm", "2 point 5".</summary>
    public static Numeral Fraction(Tokens tokens, Numeral number)
    {
        if (!Lexicon.Is("point", tokens, number.Next))
        {
            return number;
        }

        var next = number.Next + 1;
        var decimals = "";
        while (decimals.Length < 3)
        {
            if (tokens.IsNumber(next) && tokens[next].Written.All(char.IsAsciiDigit) && decimals.Length == 0)
            {
                decimals = tokens[next++].Written;
                break;
            }

            if (
                (Lexicon.Find("one", tokens, next) ?? Lexicon.Find("en", tokens, next)) is not { Number: < 10 } digit
                || IsPeriodWord(tokens, next)
            )
            {
                break;
            }

            decimals += digit.Value;
            next++;
        }

        return decimals.Length is > 0 and <= 3
            ? number with
            {
                Value = number.Value + decimal.Parse($"0.{decimals}", System.Globalization.CultureInfo.InvariantCulture),
                Next = next,
                HasWords = true,
            }
            : number;
    }

    private static Numeral? Vague(Tokens tokens, int at)
    {
        if (
            (Lexicon.Find("vague", tokens, at) ?? Lexicon.Find("plural", tokens, at)) is not { } word
            || (!word.IsExact && tokens.IsWellMarked)
        )
        {
            return null;
        }

        var bounds = word.Value.Split('-').Select(decimal.Parse).ToArray();
        var next = at + word.Length;
        var factor = 1m;
        if ((Lexicon.Find("chuc", tokens, next) ?? Lexicon.Find("tens", tokens, next) ?? Lexicon.Find("hundred", tokens, next)) is { } tens)
        {
            (factor, next) = (tens.Number, next + 1);
        }

        if (factor == 1 && tokens[at].Folded == "may")
        {
            return null; // "mấy người" asks.
        }

        return new Numeral(bounds[0] * factor, next, 0.4)
        {
            Upper = bounds[1] * factor,
            IsVague = true,
            HasWords = true,
            NeedsUnit = factor == 1,
        };
    }
}
