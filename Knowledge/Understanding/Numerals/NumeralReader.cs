namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>Whole numbers with their scales: "3 tỷ 050 triệu", "hai mươi tỷ rưỡi", "một tỷ hai", "1T5", "two million five hundred
/// thousand".</summary>
internal static class NumeralReader
{
    public static Numeral? Read(Tokens tokens, int at)
    {
        if (
            at > 0
            && tokens.IsNumber(at)
            && tokens[at].IsGlued
            && tokens[at - 1] is { Kind: TokenKind.Word }
            && !Lexicon.Is("currency", tokens, at - 1)
            && !Lexicon.Is("foreign", tokens, at - 1)
        )
        {
            return null; // "ISO9001", "b2b".
        }

        if (tokens.At(at) is null or { IsTaken: true })
        {
            return null;
        }

        if (Implied(tokens, at) is { } implied)
        {
            return implied;
        }

        if (HundredsReader.Read(tokens, at) is not { } number)
        {
            return null;
        }

        if (Scales.Read(tokens, number.Next) is not { } scale)
        {
            return Lexicon.Is("half", tokens, number.Next) && number.Value < 100
                ? number with
                {
                    Value = number.Value + 0.5m,
                    Next = number.Next + 1,
                    Confidence = 0.7,
                    NeedsUnit = true,
                }
                : number;
        }

        number = number.Times(scale.Value) with
        {
            Next = scale.Next,
            Scale = scale.Value,
            Confidence = Math.Min(number.Confidence, scale.Confidence),
            NeedsUnit = false,
            IsMoneyScale = scale.IsMoney,
        };
        return Rest(tokens, number, scale.Value);
    }

    /// <summary>"tỷ rưỡi", "triệu hai", "nửa tỷ".</summary>
    private static Numeral? Implied(Tokens tokens, int at)
    {
        if (
            tokens[at].Folded == "nua"
            && Lexicon.Covered(tokens[at], "nửa")
            && Scales.Read(tokens, at + 1) is { Value: >= 1_000_000 } halved
        )
        {
            return new Numeral(halved.Value / 2, halved.Next, 1)
            {
                Scale = halved.Value,
                HasWords = true,
                IsMoneyScale = true,
            };
        }

        if (
            tokens[at].Kind != TokenKind.Word
            || tokens[at].Written.Length < 2
            || Scales.Read(tokens, at) is not { IsEnglish: false } scale
            || IsAfterCompany(tokens, at)
        )
        {
            return null;
        }

        var one = new Numeral(scale.Value, scale.Next, scale.Confidence)
        {
            Scale = scale.Value,
            HasWords = true,
            IsMoneyScale = scale.IsMoney,
        };
        var rest = Rest(tokens, one, scale.Value);
        return rest.Next == one.Next
            ? null
            : rest with
            {
                Confidence = Math.Min(rest.Confidence, Lexicon.Is("half", tokens, scale.Next) ? 1 : 0.8),
            };
    }

    /// <summary>Without diacritics "công ty hai thành viên" has a "ty" too.</summary>
    private static bool IsAfterCompany(Tokens tokens, int at) => tokens.At(at - 1)?.Folded is "cong" or "dai";

    private static Numeral Rest(Tokens tokens, Numeral number, decimal lastScale)
    {
        while (true)
        {
            if (Lexicon.Find("half", tokens, number.Next) is not null)
            {
                return number with { Value = number.Value + (lastScale / 2), Next = number.Next + 1, HasWords = true };
            }

            var next =
                Lexicon.Is("link", tokens, number.Next) || (tokens.IsEnglish && tokens.At(number.Next) is { Written: "and" })
                    ? number.Next + 1
                    : number.Next;
            if (HundredsReader.Read(tokens, next, isTail: true) is not { } part || part.IsVague)
            {
                return number;
            }

            if (Scales.Read(tokens, part.Next) is { } scale)
            {
                if (scale.Value >= lastScale || part.Value * scale.Value >= lastScale)
                {
                    return number;
                }

                lastScale = scale.Value;
                number = number with
                {
                    Value = number.Value + (part.Value * scale.Value),
                    Next = scale.Next,
                    Confidence = Math.Min(number.Confidence, Math.Min(part.Confidence, scale.Confidence)),
                    Alternative = null,
                };
                continue;
            }

            return next == number.Next && Tail(tokens, number, part, lastScale) is { } whole ? whole : number;
        }
    }

    /// <summary>A number after a scale that has none of its own is a part of it: "1 tỷ 2" is 1.2, "3 tỷ 050" is 3.05 billion.</summary>
    private static Numeral? Tail(Tokens tokens, Numeral number, Numeral part, decimal scale)
    {
        var at = number.Next;
        var digits = tokens.IsNumber(at) ? tokens[at].Written : null;
        if (digits is not null && (digits.Length > 3 || !digits.All(char.IsAsciiDigit) || part.Next != at + 1))
        {
            return null;
        }

        var follows = Follows(tokens, part.Next);
        if (follows == 0 || scale < 1_000)
        {
            return null;
        }

        var share =
            digits is not null ? part.Value / Power(digits.Length)
            : part.Value < 10 ? part.Value / 10
            : part.Value < 100 ? part.Value / 100
            : part.Value / 1_000;
        return number with
        {
            Value = number.Value + (share * scale),
            Next = part.Next,
            Confidence = Math.Min(number.Confidence, digits is null ? Math.Min(part.Confidence, follows) : follows),
        };
    }

    /// <summary>How surely a number before this token belongs to the scale before it: not where it counts something itself.</summary>
    private static double Follows(Tokens tokens, int at)
    {
        if (tokens.At(at) is not { } token)
        {
            return 1;
        }

        if (token.Kind == TokenKind.Sign)
        {
            return token.Written is "%" or "-" or "–" or "/" && tokens.IsNumber(at + 1) ? 0
                : token.Written == "%" ? 0
                : 1;
        }

        if (token.IsTaken || Lexicon.Is("currency", tokens, at) || Lexicon.Is("money", tokens, at))
        {
            return 1;
        }

        if (Units.Read(tokens, at) is { } unit)
        {
            return unit.IsDuration && Lexicon.Is("pastyear", tokens, at + 1) ? 0.9 : 0;
        }

        return Lexicon.Is("function", tokens, at) || Lexicon.Is("before", tokens, at) ? 1
            : token.Kind == TokenKind.Number ? 0.5
            : 0.6;
    }

    private static decimal Power(int digits) =>
        digits switch
        {
            1 => 10,
            2 => 100,
            _ => 1_000,
        };
}
