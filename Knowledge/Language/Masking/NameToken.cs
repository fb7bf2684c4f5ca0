using System.Buffers;

namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>What stands between two words.</summary>
internal enum NameGap
{
    /// <summary>Spaces only.</summary>
    Space,

    /// <summary>A hyphen, an apostrophe or a full stop without spaces, as in a double name or in initials.</summary>
    Join,

    /// <summary>A full stop and spaces, as after an abbreviation or a sentence.</summary>
    Stop,

    /// <summary>A colon, as after a label.</summary>
    Colon,

    /// <summary>A number and spaces, as in an address.</summary>
    Number,

    /// <summary>A placeholder, where something was masked before.</summary>
    Masked,

    /// <summary>A comma, a bracket, a dash and whatever else does not end a sentence.</summary>
    Other,

    /// <summary>The beginning of the text or of a line, a question mark or an exclamation mark.</summary>
    Start,
}

/// <summary>A word of a text in which names are looked for.</summary>
/// <param name="Canonical">The word as <see cref="VietnameseText.Canonicalize"/> writes it.</param>
/// <param name="Folded">The word without marks, in lower case.</param>
/// <param name="HasMarks">Whether it was typed with a mark.</param>
/// <param name="Gap">What stands before it.</param>
internal readonly record struct NameToken(int Start, int End, string Canonical, string Folded, bool HasMarks, NameGap Gap)
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("\n\r?!…;");

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public int Length => End - Start;

    /// <summary>Whether a full stop after it may be that of an abbreviation: "T.", "Ng.", "Mrs.", but not "My.".</summary>
    public bool IsAbbreviation => Folded.Length == 1 ? !HasMarks : !Folded.AsSpan().ContainsAny(Vowels);

    /// <summary>Splits a text into words of letters.</summary>
    public static List<NameToken> Split(string text)
    {
        var tokens = new List<NameToken>(text.Length / 4);
        for (var (start, last) = (0, 0); start < text.Length; start++)
        {
            if (!IsLetter(text[start]))
            {
                start += Math.Max(0, Placeholder.Measure(text.AsSpan(start)) - 1);
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
            FindGap(text.AsSpan(last, start - last), isFirst: last == 0)
        );
    }

    private static NameGap FindGap(ReadOnlySpan<char> gap, bool isFirst)
    {
        var behind = gap.ContainsAnyInRange('a', 'z') ? gap[(gap.LastIndexOf(']') + 1)..] : gap;
        return behind.Length < gap.Length && behind.IsWhiteSpace() ? NameGap.Masked
            : !isFirst ? Classify(behind)
            : behind is [.., >= '0' and <= '9', _] ? NameGap.Number
            : NameGap.Start;
    }

    private static NameGap Classify(ReadOnlySpan<char> gap) =>
        gap.Trim(" \t") switch
        {
            "" => NameGap.Space,
            "'" or "’" => NameGap.Join,
            "." or "-" when gap.Length == 1 => NameGap.Join,
            "." => NameGap.Stop,
            ":" => NameGap.Colon,
            [.., >= '0' and <= '9'] => NameGap.Number,
            _ => gap.ContainsAny(SentenceEnds) || gap.StartsWith("...") ? NameGap.Start : NameGap.Other,
        };

    private static bool IsLetter(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
