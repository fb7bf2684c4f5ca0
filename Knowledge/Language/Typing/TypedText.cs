using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Language.Typing;

/// <summary>
/// What a person meant to type: old encodings, keys of an input method that was off, and letters that a system replaced by "?" become
/// Unicode Vietnamese. Anything else is left as it is. Run it once, where a message enters; it does not change its own result.
/// </summary>
public static partial class TypedText
{
    /// <summary>Longer texts are left as they are.</summary>
    private const int Longest = 20_000;

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Repair(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > Longest)
        {
            return text;
        }

        var repaired = Keystrokes.Decode(LegacyEncodings.ToUnicode(text));
        return LostLetter()
            .Replace(
                WithoutDirections(repaired),
                match =>
                    match.Value[0] != '?' && IsWhole(match.Groups["left"].Value) && IsWhole(match.Groups["right"].Value)
                        ? match.Value
                        : match.Value.Replace("?", "", StringComparison.Ordinal)
            );
    }

    /// <summary>
    /// Without the signs that turn the direction of writing: in a name of a file or a list they make other words of what follows.
    /// </summary>
    public static string WithoutDirections(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Directions().Replace(text, "");
    }

    /// <summary>Next to a missing space ("không?vậy") there are complete syllables; next to a lost letter there are not.</summary>
    private static bool IsWhole(string part) => part.Length == 0 || VietnameseSyllables.CouldBe(VietnameseText.Fold(part));

    [GeneratedRegex("[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]", RegexOptions.CultureInvariant)]
    private static partial Regex Directions();

    // "nghi?p", "nh? la": the question mark is inside a word, or before a lower-case letter after a syllable that cannot end there.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}/=&?%.])(?<left>\p{L}{1,6})\?(?<right>\p{L}{1,6})(?![\p{L}\p{N}=])"
            + @"|(?<![\p{L}\p{N}/=&?%.])(?<left>[bcdghklmnpqrstvxđ]{1,3})\?(?<right>)(?=\s[\p{Ll}?])"
            + @"|(?<left>)(?<![^\s])\?{2,}(?<right>)(?=\p{Ll})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex LostLetter();
}
