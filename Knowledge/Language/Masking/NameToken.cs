namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>What stands between two words.</summary>
internal enum NameGap
{
    /// <summary>Spaces only.</summary>
    Space,

    /// <summary>A colon or a full stop, as after a label or an abbreviated title.</summary>
    Mark,

    /// <summary>The beginning, a line break or any other sign.</summary>
    Other,
}

/// <summary>A word of a text in which names are looked for.</summary>
/// <param name="Canonical">The word as <see cref="VietnameseText.Canonicalize"/> writes it.</param>
/// <param name="Folded">The word without marks, in lower case.</param>
/// <param name="HasMarks">Whether it was typed with a mark, so that it is not compared without them.</param>
/// <param name="IsShouted">Whether it has several letters, all capital.</param>
/// <param name="Gap">What stands before it.</param>
internal readonly record struct NameToken(
    int Start,
    int End,
    string Canonical,
    string Folded,
    bool HasMarks,
    bool IsCapital,
    bool IsShouted,
    NameGap Gap
)
{
    /// <summary>Splits a text into words of letters.</summary>
    public static List<NameToken> Split(string text)
    {
        var tokens = new List<NameToken>();
        for (var (start, last) = (0, 0); start < text.Length; start++)
        {
            if (!IsLetter(text[start]))
            {
                continue;
            }

            var end = start + 1;
            while (end < text.Length && IsLetter(text[end]))
            {
                end++;
            }

            tokens.Add(Create(text, start, end, last));
            last = end;
            start = end;
        }

        return tokens;
    }

    private static NameToken Create(string text, int start, int end, int last)
    {
        var word = VietnameseText.Normalize(text[start..end]);
        var folded = VietnameseText.Fold(word);
        return new NameToken(
            start,
            end,
            VietnameseText.Canonicalize(word),
            folded,
            HasMarks: folded != word,
            IsCapital: char.IsUpper(text[start]),
            IsShouted: end - start > 1 && !text.AsSpan(start, end - start).ContainsAnyInRange('a', 'z') && IsUpper(text, start, end),
            start == 0 || last == 0 ? NameGap.Other : Classify(text.AsSpan(last, start - last))
        );
    }

    private static bool IsUpper(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsLower(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static NameGap Classify(ReadOnlySpan<char> gap) =>
        gap.Trim(" \t") switch
        {
            "" => NameGap.Space,
            ":" or "." => NameGap.Mark,
            _ => NameGap.Other,
        };

    private static bool IsLetter(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
