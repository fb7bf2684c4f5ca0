using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Words before and after a number that compare: "không quá", "gần", "trở lên".</summary>
internal static class Comparisons
{
    private const int MostBefore = 3;

    /// <returns>The quantity with its comparison, and the first token that belongs to it.</returns>
    public static (Quantity Quantity, int First) Before(Tokens tokens, Quantity quantity, int at)
    {
        for (var i = 0; i < MostBefore; i++)
        {
            if (tokens.IsSign(at - 1, "<>≤≥~≈="))
            {
                var sign = tokens[at - 1].Written[0];
                var isOrEqual = sign == '=' && tokens.IsSign(at - 2, "<>");
                quantity = Sign(quantity, isOrEqual ? tokens[at - 2].Written[0] : sign, isOrEqual);
                at -= isOrEqual ? 2 : 1;
                continue;
            }

            if (Lexicon.FindBefore("before", tokens, at) is { } found && !IsOtherWord(tokens, at, found))
            {
                quantity = Apply(quantity, found.Value);
                at -= found.Length;
            }
            else if (
                i + 1 < MostBefore
                && Lexicon.FindBefore("filler", tokens, at) is { } filler
                && Lexicon.FindBefore("before", tokens, at - filler.Length) is not null
            )
            {
                at -= filler.Length;
            }
            else
            {
                break;
            }
        }

        return (quantity, at);
    }

    /// <returns>The quantity with the comparison after it, and the token after that.</returns>
    public static (Quantity Quantity, int Next) After(Tokens tokens, Quantity quantity, int at)
    {
        if (tokens.IsSign(at, "+"))
        {
            return (Apply(quantity, "atleast"), at + 1);
        }

        if (
            Lexicon.Find("after", tokens, at) is not { } found
            || (tokens[at].Folded == "hon" && found.Length == 1 && IsComparedWith(tokens, at + 1))
        )
        {
            return (quantity, at);
        }

        return (Apply(quantity, found.Value), at + found.Length);
    }

    /// <summary>Without diacritics "có" and "đó" look like "cỡ" and "độ", and "đầu tư" ends like "từ".</summary>
    private static bool IsOtherWord(Tokens tokens, int before, Found found) =>
        found is { IsExact: false, Length: 1 }
        && (tokens.IsWellMarked || tokens[before - 1].Folded is "co" or "do" || tokens.At(before - 2) is { Folded: "dau" });

    private static bool IsComparedWith(Tokens tokens, int at) =>
        tokens.At(at)?.Folded is "la" or "so" or "nam" || Units.Read(tokens, at) is not null;

    private static Quantity Sign(Quantity quantity, char sign, bool isOrEqual) =>
        sign switch
        {
            '<' => quantity with { Comparator = isOrEqual ? Comparator.AtMost : Comparator.LessThan },
            '>' => quantity with { Comparator = isOrEqual ? Comparator.AtLeast : Comparator.GreaterThan },
            '≤' => quantity with { Comparator = Comparator.AtMost },
            '≥' => quantity with { Comparator = Comparator.AtLeast },
            '~' or '≈' => quantity with { Exactness = Exactness.Approximate },
            _ => quantity,
        };

    private static Quantity Apply(Quantity quantity, string comparison) =>
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
