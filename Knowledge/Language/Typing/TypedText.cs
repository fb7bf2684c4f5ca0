using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Language.Typing;

/// <summary>
/// Repairs typed text: converts legacy encodings and undecoded input-method keys to Unicode Vietnamese, and removes "?" that a system put
/// in place of a letter. Other text is not changed. Call it where a message enters the program; it is idempotent.
/// </summary>
public static partial class TypedText
{
    /// <summary>Longer texts are not repaired, in UTF-16 code units.</summary>
    private const int MaxLength = 20_000;

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Repair(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
        {
            return text;
        }

        var repaired = RemoveDirectionMarks(Keystrokes.Decode(LegacyEncodings.ToUnicode(text)));
        if (!repaired.Contains('?', StringComparison.Ordinal))
        {
            return repaired;
        }

        return LostLetterRegex()
            .Replace(
                repaired,
                match =>
                    match.Value[0] != '?' && IsWholeSyllable(match.Groups["left"].Value) && IsWholeSyllable(match.Groups["right"].Value)
                        ? match.Value
                        : match.Value.Replace("?", "", StringComparison.Ordinal)
            );
    }

    /// <summary>
    /// Removes the characters that change the writing direction: in a file name or a list they make the text after them
    /// look different from what it is.
    /// </summary>
    public static string RemoveDirectionMarks(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DirectionMarkRegex().Replace(text, "");
    }

    /// <summary>
    /// Where only a space is missing ("không?vậy"), both parts are whole syllables; where a letter was lost, they are not.
    /// </summary>
    private static bool IsWholeSyllable(string part) => part.Length == 0 || VietnameseSyllables.IsPossible(VietnameseText.Fold(part));

    [GeneratedRegex("[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]", RegexOptions.CultureInvariant)]
    private static partial Regex DirectionMarkRegex();

    // "nghi?p", "nh? la": the question mark is inside a word, or between letters that cannot end a syllable and a
    // lower-case letter.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}/=&?%.])(?<left>\p{L}{1,6})\?(?<right>\p{L}{1,6})(?![\p{L}\p{N}=])"
            + @"|(?<![\p{L}\p{N}/=&?%.])(?<left>[bcdghklmnpqrstvxđ]{1,3})\?(?<right>)(?=\s[\p{Ll}?])"
            + @"|(?<left>)(?<![^\s])\?{2,}(?<right>)(?=\p{Ll})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex LostLetterRegex();
}
