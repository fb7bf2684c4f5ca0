using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Decides whether a sentence or clause ends between two words. Legal texts have many full stops that do not end a sentence: <c>Đ. 5</c>,
/// <c>TP. Hà Nội</c>, <c>v.v.</c>, <c>1.234,5</c>, and the numbers of clauses.
/// </summary>
internal static class SentenceBoundary
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = (
        "tp tx tt đ k ts ths gs pgs bs ks cn q p h x nxb vv stt tel fax art no nos sec cl mr mrs ms dr prof inc ltd co corp "
        + "etc vs approx para st jr eg ie"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="word">The word before, in lower case.</param>
    /// <param name="gap">The characters between it and the next word.</param>
    /// <param name="next">The next word's first character.</param>
    /// <param name="isFirst">Whether the word before is the first of its sentence: <c>1.</c> and <c>a)</c> are item numbers.</param>
    /// <param name="hasCase">Whether the text keeps its capital letters, so that a lower-case letter rules out a new sentence.</param>
    public static bool Between(ReadOnlySpan<char> word, ReadOnlySpan<char> gap, char next, bool isFirst, bool hasCase)
    {
        if (gap is " ")
        {
            return false;
        }

        if (gap.ContainsAny('\n', ';') || gap.ContainsAny('?', '!', '…'))
        {
            return true;
        }

        var stop = gap.IndexOf('.');
        if (stop < 0 || stop + 1 >= gap.Length || !(char.IsWhiteSpace(gap[^1]) || gap[(stop + 1)..].ContainsAny(' ', '\t')))
        {
            return false;
        }

        if (isFirst && (char.IsDigit(word[^1]) || word.Length <= 2))
        {
            return false;
        }

        if (hasCase && char.IsLower(next))
        {
            return false;
        }

        return !(word.Length == 1 && char.IsLetter(word[0]))
            && (!Abbreviations.Contains(word) || (hasCase && word is "vv" or "etc" && char.IsUpper(next)));
    }
}
