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

    /// <param name="previousWord">The word before, in lower case.</param>
    /// <param name="gap">The characters between it and the next word.</param>
    /// <param name="nextCharacter">The next word's first character.</param>
    /// <param name="isFirstWord">Whether the word before is the first of its sentence: <c>1.</c> and <c>a)</c> are item numbers.</param>
    /// <param name="hasCase">Whether the text keeps its capital letters, so that a lower-case letter rules out a new sentence.</param>
    public static bool IsBoundary(
        ReadOnlySpan<char> previousWord,
        ReadOnlySpan<char> gap,
        char nextCharacter,
        bool isFirstWord,
        bool hasCase
    )
    {
        if (gap is " ")
        {
            return false;
        }

        if (gap.ContainsAny('\n', ';') || gap.ContainsAny('?', '!', '…'))
        {
            return true;
        }

        var fullStopIndex = gap.IndexOf('.');
        if (
            fullStopIndex < 0
            || fullStopIndex + 1 >= gap.Length
            || !(char.IsWhiteSpace(gap[^1]) || gap[(fullStopIndex + 1)..].ContainsAny(' ', '\t'))
        )
        {
            return false;
        }

        if (isFirstWord && (char.IsDigit(previousWord[^1]) || previousWord.Length <= 2))
        {
            return false;
        }

        if (hasCase && char.IsLower(nextCharacter))
        {
            return false;
        }

        return !(previousWord.Length == 1 && char.IsLetter(previousWord[0]))
            && (!Abbreviations.Contains(previousWord) || (hasCase && previousWord is "vv" or "etc" && char.IsUpper(nextCharacter)));
    }
}
