using System.Buffers;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Removes what a person cannot see and replaces look-alike letters. Invisible characters (zero-width, Unicode tags, variation selectors,
/// direction marks, controls) can carry hidden instructions, and letters of other scripts that look like Latin ones break matching.
/// </summary>
public static class VisibleText
{
    /// <summary>No Vietnamese letter has more combining marks; further diacritics are removed because they hide the letter.</summary>
    private const int MaxMarks = 2;

    /// <summary>Letters that look like the Latin letter at the same position of <see cref="LatinLetters"/>.</summary>
    private const string Lookalikes = "аɑαеҽεоοօрρсϲуγхχіιıјѕԁԛԝһнкκвмтτոνυսɡАΑВΒЕΕНΗІΙЈКΚМΜОΟРΡСϹЅТΤХΧУΥΖΝ";
    private const string LatinLetters = "aaaeeeoooppccyyxxiiijsdqwhhkkbmttnvuugAABBEEHHIIJKKMMOOPPCCSTTXXYYZN";

    private static readonly FrozenDictionary<char, char> LatinByLookalike = Lookalikes
        .Zip(LatinLetters)
        .ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The composed letters and signs that <see cref="CleanSlowly"/> keeps as they are.</summary>
    private static readonly SearchValues<char> UnchangedCharacters = SearchValues.Create([
        .. Enumerable
            .Range(0, 0x1F00)
            .Select(c => $"a{(char)c}a")
            .Where(text => VietnameseLetters.IsComposed(text) && CleanSlowly(text, text.Length, keepLines: false) == text)
            .Select(text => text[1]),
    ]);

    private static readonly SearchValues<char> DirectionMarks = SearchValues.Create(
        "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
    );

    /// <param name="maxLength">Longer texts are truncated, in UTF-16 code units.</param>
    /// <param name="keepLines">Keeps line breaks; otherwise each run of white space becomes one space.</param>
    public static string Clean(string? text, int maxLength = int.MaxValue, bool keepLines = false)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        return text.Length <= maxLength && !text.AsSpan().ContainsAnyExcept(UnchangedCharacters) && HasSingleSpaces(text)
            ? text
            : CleanSlowly(text, maxLength, keepLines);
    }

    /// <summary>
    /// The text without marks that change the direction of writing: they could make a name or a file read as another one, and no text
    /// of this service needs them.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? RemoveDirectionMarks(string? text) =>
        text is null || !text.AsSpan().ContainsAny(DirectionMarks) ? text : new string([.. text.Where(c => !DirectionMarks.Contains(c))]);

    /// <summary>Whether each space is between two words.</summary>
    private static bool HasSingleSpaces(string text) => text[0] != ' ' && text[^1] != ' ' && !text.Contains("  ", StringComparison.Ordinal);

    private static string CleanSlowly(string text, int maxLength, bool keepLines)
    {
        var clean = new StringBuilder(Math.Min(text.Length, maxLength));
        var markCount = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= maxLength)
            {
                break;
            }

            markCount = Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? markCount + 1 : 0;
            if (keepLines && rune.Value == '\n')
            {
                clean.Append('\n');
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                AppendSpace(clean);
            }
            else if (!IsHidden(rune) && markCount <= MaxMarks)
            {
                clean.Append(
                    rune.IsBmp && LatinByLookalike.TryGetValue((char)rune.Value, out var latin) ? latin.ToString() : rune.ToString()
                );
            }
        }

        return clean.ToString().TrimEnd().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Whether a character is not shown on the screen.</summary>
    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
        || rune.Value
            is (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xE0000 and <= 0xE0FFF) // Variation selectors and tags.
                or 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or 0x2800
                or 0x3164
                or 0xFFA0; // Joiners and fillers that are not shown.

    private static void AppendSpace(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] is not (' ' or '\n'))
        {
            clean.Append(' ');
        }
    }
}
