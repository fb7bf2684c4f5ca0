namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>Numbers below the first scale word: digits, "hai mươi lăm", "3 trăm rưỡi", "twenty-five", "vài chục".</summary>
internal static class HundredsReader
{
    public static Numeral? Read(TokenList tokens, int tokenIndex, bool isTail = false) =>
        tokens.IsNumber(tokenIndex) ? ReadDigits(tokens, tokenIndex)
        : EnglishNumberReader.Read(tokens, tokenIndex) is { } english ? english
        : ReadVague(tokens, tokenIndex) is { } vague && !isTail ? vague
        : ReadWords(tokens, tokenIndex, isTail);

    private static Numeral? ReadDigits(TokenList tokens, int tokenIndex)
    {
        var scale = ScaleWord.Read(tokens, tokenIndex + 1)?.Value ?? 1;
        if (
            DigitText.Parse(tokens[tokenIndex].Written, scale, tokens.IsEnglish, Lexicon.IsMatch("percent", tokens, tokenIndex + 1))
            is not { } digits
        )
        {
            return null;
        }

        var number = new Numeral(digits.Value, tokenIndex + 1, digits.Confidence) { Alternative = digits.Alternative };
        return FractionReader.AddFraction(tokens, AddHundreds(tokens, number));
    }

    private static Numeral? ReadWords(TokenList tokens, int tokenIndex, bool isTail)
    {
        if (Lexicon.Find("ten", tokens, tokenIndex) is { } ten && (ten.IsExact || !tokens.HasDiacritics))
        {
            return Lexicon.IsMatch("many", tokens, tokenIndex + 1)
                ? new Numeral(11, tokenIndex + 2, 0.5)
                {
                    Upper = 19,
                    IsVague = true,
                    HasWords = true,
                }
                : AddOnes(tokens, new Numeral(10, tokenIndex + 1, ten.IsExact ? 1 : 0.95) { HasWords = true });
        }

        if (Lexicon.Find("one", tokens, tokenIndex) is { } one && (one.IsExact || !tokens.HasDiacritics))
        {
            if (IsPeriodWord(tokens, tokenIndex) || tokens[tokenIndex].Folded is "tu" or "lam" or "nham")
            {
                return null; // "tư" and "lăm" only end a number; without diacritics "tu nam" is "từ năm".
            }

            var number = new Numeral(one.Number, tokenIndex + 1, one.IsExact ? 1 : 0.85) { HasWords = true };
            var extended = FractionReader.AddFraction(tokens, AddHundreds(tokens, number));
            if (extended.NextIndex == tokenIndex + 1 && ReadApproximatePair(tokens, tokenIndex, one.Number) is { } pair)
            {
                return pair;
            }

            return extended.NextIndex == tokenIndex + 1 ? extended with { NeedsUnit = !isTail } : extended;
        }

        if (Lexicon.IsMatch("zero", tokens, tokenIndex) && Lexicon.IsMatch("hundred", tokens, tokenIndex + 1))
        {
            return AddHundreds(tokens, new Numeral(0, tokenIndex + 1, 1) { HasWords = true });
        }

        // "trăm triệu", "chục người": one of them.
        if (Lexicon.IsMatch("hundred", tokens, tokenIndex) || Lexicon.IsMatch("chuc", tokens, tokenIndex))
        {
            var isTens = Lexicon.IsMatch("chuc", tokens, tokenIndex);
            var number = AddHundreds(tokens, new Numeral(1, tokenIndex, 1) { HasWords = true, NeedsUnit = true });
            return number with { Confidence = isTens ? 0.7 : 0.8, NeedsUnit = true };
        }

        return null;
    }

    /// <summary>"năm sáu người", "hai ba chục": neighbours that mean one or the other.</summary>
    private static Numeral? ReadApproximatePair(TokenList tokens, int tokenIndex, decimal first)
    {
        if (
            Lexicon.Find("one", tokens, tokenIndex + 1) is not { } second
            || second.Number != first + 1
            || (tokens[tokenIndex + 1].Folded == "nam" && !IsFollowedByUnit(tokens, tokenIndex + 2))
        )
        {
            return null;
        }

        var isChuc = Lexicon.IsMatch("chuc", tokens, tokenIndex + 2) || Lexicon.IsMatch("tens", tokens, tokenIndex + 2);
        var factor =
            isChuc ? 10
            : Lexicon.IsMatch("hundred", tokens, tokenIndex + 2) ? 100
            : 1;
        return new Numeral(first * factor, tokenIndex + (factor > 1 ? 3 : 2), 0.7)
        {
            Upper = second.Number * factor,
            IsVague = true,
            HasWords = true,
            NeedsUnit = true,
        };
    }

    /// <summary>"năm 2025" and "năm ngoái" are years, not fives.</summary>
    internal static bool IsPeriodWord(TokenList tokens, int tokenIndex) =>
        tokens[tokenIndex].Folded == "nam"
        && (
            tokens.GetOrNull(tokenIndex + 1) is { Kind: TokenKind.Number }
            || Lexicon.IsMatch("pastyear", tokens, tokenIndex + 1)
            || tokens.GetOrNull(tokenIndex + 1) is { IsExcluded: true }
        );

    private static Numeral AddHundreds(TokenList tokens, Numeral number)
    {
        var tokenIndex = number.NextIndex;
        if (
            Lexicon.IsMatch("hundred", tokens, tokenIndex)
            && number.Value is > 0 and < 10 or 0
            && Lexicon.IsMatch("hundred", tokens, tokenIndex)
        )
        {
            var hundreds = number with { Value = number.Value * 100, NextIndex = tokenIndex + 1, HasWords = true, Alternative = null };
            if (Lexicon.IsMatch("half", tokens, tokenIndex + 1))
            {
                return hundreds with { Value = hundreds.Value + 50, NextIndex = tokenIndex + 2 };
            }

            var rest = Lexicon.IsMatch("link", tokens, tokenIndex + 1) ? tokenIndex + 2 : tokenIndex + 1;
            return AddTens(tokens, hundreds, rest);
        }

        if (number.Value is > 0 and < 100 && Lexicon.IsMatch("chuc", tokens, tokenIndex))
        {
            var tens = number with { Value = number.Value * 10, NextIndex = tokenIndex + 1, HasWords = true };
            return Lexicon.IsMatch("half", tokens, tokenIndex + 1)
                ? tens with
                {
                    Value = tens.Value + 5,
                    NextIndex = tokenIndex + 2,
                    Confidence = 0.6,
                }
                : tens;
        }

        return number.HasWords && number.Value is > 1 and < 10
            ? AddTens(tokens, number with { Value = 0 }, tokenIndex - 1) with
            {
                HasWords = true,
            }
            : number;
    }

    private static Numeral AddTens(TokenList tokens, Numeral number, int tokenIndex)
    {
        if (Lexicon.IsMatch("ten", tokens, tokenIndex) && tokens[tokenIndex].Canonical != "muoi")
        {
            return AddOnes(tokens, number with { Value = number.Value + 10, NextIndex = tokenIndex + 1 });
        }

        if (Lexicon.Find("one", tokens, tokenIndex) is not { } one)
        {
            return tokens.GetOrNull(tokenIndex) is { Folded: "muoi" } && number.Value > 0
                ? AddOnes(tokens, number with { Value = number.Value + 10, NextIndex = tokenIndex + 1 })
                : number;
        }

        if (Lexicon.IsMatch("tens", tokens, tokenIndex + 1) && one.Number > 1)
        {
            return Lexicon.IsMatch("many", tokens, tokenIndex + 2)
                ? number with
                {
                    Value = number.Value + (one.Number * 10) + 1,
                    Upper = number.Value + (one.Number * 10) + 9,
                    NextIndex = tokenIndex + 3,
                    IsVague = true,
                    Confidence = 0.5,
                }
                : AddOnes(tokens, number with { Value = number.Value + (one.Number * 10), NextIndex = tokenIndex + 2 });
        }

        // "hai mốt", "hai lăm": twenty-one, twenty-five.
        if (
            one.Number > 1
            && tokens.GetOrNull(tokenIndex + 1)?.Folded is "mot" or "lam" or "nham"
            && Lexicon.Find("one", tokens, tokenIndex + 1) is { Number: var end }
        )
        {
            var isPlainOne = tokens[tokenIndex + 1].Canonical is "môt5" or "mot";
            if (!isPlainOne && one.Number > 1)
            {
                return number with
                {
                    Value = number.Value + (one.Number * 10) + end,
                    NextIndex = tokenIndex + 2,
                    Confidence = Math.Min(number.Confidence, 0.9),
                };
            }
        }

        // "bốn chín tỷ", "ba sáu người": forty-nine, thirty-six; neighbours ("ba bốn") mean one or the other.
        if (
            one.Number > 1
            && number.Value < 100
            && Lexicon.Find("one", tokens, tokenIndex + 1) is { } second
            && second.Number != one.Number + 1
            && tokens[tokenIndex + 1].Folded != "nam"
            && (second.IsExact || !tokens.HasDiacritics)
            && IsFollowedByUnit(tokens, tokenIndex + 2)
        )
        {
            return number with
            {
                Value = number.Value + (one.Number * 10) + second.Number,
                NextIndex = tokenIndex + 2,
                Confidence = Math.Min(number.Confidence, 0.9),
            };
        }

        if (number.Value >= 100 && IsFollowedByUnit(tokens, tokenIndex + 1) is false && !Lexicon.IsMatch("link", tokens, tokenIndex - 1))
        {
            // "trăm hai" is 120.
            return number with
            {
                Value = number.Value + (one.Number * 10),
                NextIndex = tokenIndex + 1,
                Confidence = Math.Min(number.Confidence, 0.8),
            };
        }

        if (number.Value >= 100 && !Lexicon.IsMatch("link", tokens, tokenIndex - 1))
        {
            return number with
            {
                Value = number.Value + (one.Number * 10),
                NextIndex = tokenIndex + 1,
                Confidence = Math.Min(number.Confidence, 0.7),
            };
        }

        return number with
        {
            Value = number.Value + one.Number,
            NextIndex = tokenIndex + 1,
        };
    }

    private static bool IsFollowedByUnit(TokenList tokens, int tokenIndex) =>
        UnitWord.Read(tokens, tokenIndex) is not null || ScaleWord.Read(tokens, tokenIndex) is not null;

    private static Numeral AddOnes(TokenList tokens, Numeral number) =>
        Lexicon.Find("one", tokens, number.NextIndex) is { } one
        && !IsPeriodWord(tokens, number.NextIndex)
        && !IsYearUnit(tokens, number.NextIndex)
            ? number with
            {
                Value = number.Value + one.Number,
                NextIndex = number.NextIndex + 1,
                Confidence = Math.Min(number.Confidence, one.IsExact ? 1 : 0.9),
            }
            : number;

    /// <summary>"mười năm" is ten years unless a unit follows: "mười năm người" would be written "mười lăm".</summary>
    private static bool IsYearUnit(TokenList tokens, int tokenIndex) => tokens[tokenIndex].Folded == "nam";

    private static Numeral? ReadVague(TokenList tokens, int tokenIndex)
    {
        if (
            (Lexicon.Find("vague", tokens, tokenIndex) ?? Lexicon.Find("plural", tokens, tokenIndex)) is not { } word
            || (!word.IsExact && tokens.HasDiacritics)
        )
        {
            return null;
        }

        var bounds = word.Value.Split('-').Select(decimal.Parse).ToArray();
        var next = tokenIndex + word.Length;
        var factor = 1m;
        if ((Lexicon.Find("chuc", tokens, next) ?? Lexicon.Find("tens", tokens, next) ?? Lexicon.Find("hundred", tokens, next)) is { } tens)
        {
            (factor, next) = (tens.Number, next + 1);
        }

        if (factor == 1 && tokens[tokenIndex].Folded == "may")
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
