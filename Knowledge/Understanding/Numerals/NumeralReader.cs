namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>Whole numbers with their scales: "3 tỷ 050 triệu", "hai mươi tỷ rưỡi", "một tỷ hai", "1T5", "two million five hundred
/// thousand".</summary>
internal static class NumeralReader
{
    public static Numeral? Read(TokenList tokens, int tokenIndex)
    {
        if (
            tokenIndex > 0
            && tokens.IsNumber(tokenIndex)
            && tokens[tokenIndex].IsAttached
            && tokens[tokenIndex - 1] is { Kind: TokenKind.Word }
            && !Lexicon.IsMatch("currency", tokens, tokenIndex - 1)
            && !Lexicon.IsMatch("foreign", tokens, tokenIndex - 1)
        )
        {
            return null; // "ISO9001", "b2b".
        }

        if (tokens.GetOrNull(tokenIndex) is null or { IsExcluded: true })
        {
            return null;
        }

        if (ReadImpliedOne(tokens, tokenIndex) is { } implied)
        {
            return implied;
        }

        if (HundredsReader.Read(tokens, tokenIndex) is not { } number)
        {
            return null;
        }

        if (ScaleWord.Read(tokens, number.NextIndex) is not { } scale)
        {
            return Lexicon.IsMatch("half", tokens, number.NextIndex) && number.Value < 100
                ? number with
                {
                    Value = number.Value + 0.5m,
                    NextIndex = number.NextIndex + 1,
                    Confidence = 0.7,
                    NeedsUnit = true,
                }
                : number;
        }

        number = number.Multiply(scale.Value) with
        {
            NextIndex = scale.NextIndex,
            Scale = scale.Value,
            Confidence = Math.Min(number.Confidence, scale.Confidence),
            NeedsUnit = false,
            IsMoneyScale = scale.IsMoney,
        };
        return ReadRest(tokens, number, scale.Value);
    }

    /// <summary>"tỷ rưỡi", "triệu hai", "nửa tỷ".</summary>
    private static Numeral? ReadImpliedOne(TokenList tokens, int tokenIndex)
    {
        if (
            tokens[tokenIndex].Folded == "nua"
            && Lexicon.CanBe(tokens[tokenIndex], "nửa")
            && ScaleWord.Read(tokens, tokenIndex + 1) is { Value: >= 1_000_000 } halved
        )
        {
            return new Numeral(halved.Value / 2, halved.NextIndex, 1)
            {
                Scale = halved.Value,
                HasWords = true,
                IsMoneyScale = true,
            };
        }

        if (
            tokens[tokenIndex].Kind != TokenKind.Word
            || tokens[tokenIndex].Written.Length < 2
            || ScaleWord.Read(tokens, tokenIndex) is not { IsEnglish: false } scale
            || FollowsCompanyWord(tokens, tokenIndex)
            || IsStillTyped(tokens[tokenIndex])
        )
        {
            return null;
        }

        var one = new Numeral(scale.Value, scale.NextIndex, scale.Confidence)
        {
            Scale = scale.Value,
            HasWords = true,
            IsMoneyScale = scale.IsMoney,
        };
        var rest = ReadRest(tokens, one, scale.Value);
        return rest.NextIndex == one.NextIndex
            ? null
            : rest with
            {
                Confidence = Math.Min(rest.Confidence, Lexicon.IsMatch("half", tokens, scale.NextIndex) ? 1 : 0.8),
            };
    }

    /// <summary>Without diacritics "công ty hai thành viên" has a "ty" too.</summary>
    private static bool FollowsCompanyWord(TokenList tokens, int tokenIndex) => tokens.GetOrNull(tokenIndex - 1)?.Folded is "cong" or "dai";

    /// <summary>"Van 8 ng": without its marks "vạn" looks like "vẫn" (still), which is far more common.</summary>
    private static bool IsStillTyped(Token token) => token.Written == "van";

    private static Numeral ReadRest(TokenList tokens, Numeral number, decimal lastScale)
    {
        while (true)
        {
            if (Lexicon.Find("half", tokens, number.NextIndex) is not null)
            {
                return number with { Value = number.Value + (lastScale / 2), NextIndex = number.NextIndex + 1, HasWords = true };
            }

            var next =
                Lexicon.IsMatch("link", tokens, number.NextIndex)
                || (tokens.IsEnglish && tokens.GetOrNull(number.NextIndex) is { Written: "and" })
                    ? number.NextIndex + 1
                    : number.NextIndex;
            if (HundredsReader.Read(tokens, next, isTail: true) is not { } part || part.IsVague)
            {
                return number;
            }

            if (ScaleWord.Read(tokens, part.NextIndex) is { } scale)
            {
                if (scale.Value >= lastScale || part.Value * scale.Value >= lastScale)
                {
                    return number;
                }

                lastScale = scale.Value;
                number = number with
                {
                    Value = number.Value + (part.Value * scale.Value),
                    NextIndex = scale.NextIndex,
                    Confidence = Math.Min(number.Confidence, Math.Min(part.Confidence, scale.Confidence)),
                    Alternative = null,
                };
                continue;
            }

            return next == number.NextIndex && ReadTail(tokens, number, part, lastScale) is { } whole ? whole : number;
        }
    }

    /// <summary>A number after a scale that has none of its own is a part of it: "1 tỷ 2" is 1.2, "3 tỷ 050" is 3.05 billion.</summary>
    private static Numeral? ReadTail(TokenList tokens, Numeral number, Numeral part, decimal scale)
    {
        var tokenIndex = number.NextIndex;
        var digits = tokens.IsNumber(tokenIndex) ? tokens[tokenIndex].Written : null;
        if (digits is not null && (digits.Length > 3 || !digits.All(char.IsAsciiDigit) || part.NextIndex != tokenIndex + 1))
        {
            return null;
        }

        var tailConfidence = GetTailConfidence(tokens, part.NextIndex);
        if (tailConfidence == 0 || scale < 1_000)
        {
            return null;
        }

        var share =
            digits is not null ? part.Value / PowerOfTen(digits.Length)
            : part.Value < 10 ? part.Value / 10
            : part.Value < 100 ? part.Value / 100
            : part.Value / 1_000;
        return number with
        {
            Value = number.Value + (share * scale),
            NextIndex = part.NextIndex,
            Confidence = Math.Min(number.Confidence, digits is null ? Math.Min(part.Confidence, tailConfidence) : tailConfidence),
        };
    }

    /// <summary>How surely a number before this token belongs to the scale before it: not where it counts something itself.</summary>
    private static double GetTailConfidence(TokenList tokens, int tokenIndex)
    {
        if (tokens.GetOrNull(tokenIndex) is not { } token)
        {
            return 1;
        }

        if (token.Kind == TokenKind.Sign)
        {
            return token.Written is "%" or "-" or "–" or "/" && tokens.IsNumber(tokenIndex + 1) ? 0
                : token.Written == "%" ? 0
                : 1;
        }

        if (token.IsExcluded || Lexicon.IsMatch("currency", tokens, tokenIndex) || Lexicon.IsMatch("money", tokens, tokenIndex))
        {
            return 1;
        }

        if (UnitWord.Read(tokens, tokenIndex) is { } unit)
        {
            return unit.IsDuration && Lexicon.IsMatch("pastyear", tokens, tokenIndex + 1) ? 0.9 : 0;
        }

        return Lexicon.IsMatch("function", tokens, tokenIndex) || Lexicon.IsMatch("before", tokens, tokenIndex) ? 1
            : token.Kind == TokenKind.Number ? 0.5
            : 0.6;
    }

    private static decimal PowerOfTen(int digits) =>
        digits switch
        {
            1 => 10,
            2 => 100,
            _ => 1_000,
        };
}
