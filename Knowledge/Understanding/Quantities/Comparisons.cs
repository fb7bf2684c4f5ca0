using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Reads comparison words before and after a number: "không quá", "gần", "trở lên".</summary>
internal static class Comparisons
{
    private const int MaxComparisonsBefore = 3;

    /// <returns>The quantity with its comparison, and the first token that belongs to it.</returns>
    public static (Quantity Quantity, int First) ReadBefore(TokenList tokens, Quantity quantity, int tokenIndex)
    {
        for (var i = 0; i < MaxComparisonsBefore; i++)
        {
            if (tokens.IsSign(tokenIndex - 1, "<>≤≥~≈="))
            {
                var sign = tokens[tokenIndex - 1].Written[0];
                var isOrEqual = sign == '=' && tokens.IsSign(tokenIndex - 2, "<>");
                quantity = ApplySign(quantity, isOrEqual ? tokens[tokenIndex - 2].Written[0] : sign, isOrEqual);
                tokenIndex -= isOrEqual ? 2 : 1;
                continue;
            }

            if (Lexicon.FindBefore("before", tokens, tokenIndex) is { } match && !IsOtherWord(tokens, tokenIndex, match))
            {
                quantity = ApplyComparison(quantity, match.Value);
                tokenIndex -= match.Length;
            }
            else if (
                i + 1 < MaxComparisonsBefore
                && Lexicon.FindBefore("filler", tokens, tokenIndex) is { } filler
                && Lexicon.FindBefore("before", tokens, tokenIndex - filler.Length) is not null
            )
            {
                tokenIndex -= filler.Length;
            }
            else
            {
                break;
            }
        }

        return (quantity, tokenIndex);
    }

    /// <returns>The quantity with the comparison after it, and the token after that.</returns>
    public static (Quantity Quantity, int Next) ReadAfter(TokenList tokens, Quantity quantity, int tokenIndex)
    {
        if (tokens.IsSign(tokenIndex, "+"))
        {
            return (ApplyComparison(quantity, "atleast"), tokenIndex + 1);
        }

        if (
            Lexicon.Find("after", tokens, tokenIndex) is not { } match
            || (tokens[tokenIndex].Folded == "hon" && match.Length == 1 && IsComparedWith(tokens, tokenIndex + 1))
        )
        {
            return (quantity, tokenIndex);
        }

        return (ApplyComparison(quantity, match.Value), tokenIndex + match.Length);
    }

    /// <summary>Without diacritics "có" and "đó" look like "cỡ" and "độ", and "đầu tư" ends like "từ".</summary>
    private static bool IsOtherWord(TokenList tokens, int endIndex, LexiconMatch match) =>
        match is { IsExact: false, Length: 1 }
        && (tokens.HasDiacritics || tokens[endIndex - 1].Folded is "co" or "do" || tokens.GetOrNull(endIndex - 2) is { Folded: "dau" });

    private static bool IsComparedWith(TokenList tokens, int tokenIndex) =>
        tokens.GetOrNull(tokenIndex)?.Folded is "la" or "so" or "nam" || UnitWord.Read(tokens, tokenIndex) is not null;

    private static Quantity ApplySign(Quantity quantity, char sign, bool isOrEqual) =>
        sign switch
        {
            '<' => quantity with { Comparator = isOrEqual ? Comparator.AtMost : Comparator.LessThan },
            '>' => quantity with { Comparator = isOrEqual ? Comparator.AtLeast : Comparator.GreaterThan },
            '≤' => quantity with { Comparator = Comparator.AtMost },
            '≥' => quantity with { Comparator = Comparator.AtLeast },
            '~' or '≈' => quantity with { Exactness = Exactness.Approximate },
            _ => quantity,
        };

    private static Quantity ApplyComparison(Quantity quantity, string comparison) =>
        quantity.Comparator == Comparator.Between && comparison is not ("approx" or "exact")
            ? quantity
            : comparison switch
            {
                "exact" => quantity with { Exactness = quantity.Exactness == Exactness.Vague ? Exactness.Vague : Exactness.Exact },
                "approx" => quantity with { Exactness = quantity.Exactness == Exactness.Vague ? Exactness.Vague : Exactness.Approximate },
                "less" => quantity with { Comparator = Comparator.LessThan },
                "atmost" => quantity with { Comparator = Comparator.AtMost },
                "greater" => quantity with { Comparator = Comparator.GreaterThan },
                "atleast" or "range" => quantity with { Comparator = Comparator.AtLeast },
                _ => quantity,
            };
}
