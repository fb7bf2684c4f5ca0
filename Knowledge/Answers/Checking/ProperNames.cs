using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Finds the bodies, people and products that a sentence names: by their capitals, as abbreviations, or by the kind of body before them.
/// </summary>
internal static partial class ProperNames
{
    /// <summary>The names, each in the form of <see cref="NormalizeWords"/>.</summary>
    public static IEnumerable<string> FindAll(string sentence)
    {
        foreach (Match body in BodyRegex().Matches(sentence))
        {
            yield return NormalizeWords(body.Value);
        }

        foreach (Match name in CapitalsRegex().Matches(sentence))
        {
            var isFirst = string.IsNullOrWhiteSpace(sentence[..name.Index].Trim('"', '“', '(', ' '));
            var words = name.Value;
            if (isFirst && !IsAbbreviation(words))
            {
                // The first word is capitalised because it begins the sentence.
                var rest = words.IndexOf(' ', StringComparison.Ordinal);
                if (rest < 0)
                {
                    continue;
                }

                words = ConnectorRegex().Replace(words[rest..], "");
            }

            yield return NormalizeWords(words);
        }
    }

    /// <summary>The folded words of a text, separated and surrounded by blanks, so that names can be searched for in it.</summary>
    public static string NormalizeWords(string text) => $" {string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)))} ";

    private static bool IsAbbreviation(string word) =>
        word.Length >= 2 && word.All(c => char.IsUpper(c) || char.IsAsciiDigit(c) || c is '&' or '-');

    [GeneratedRegex(
        @"(?<!\p{L})(?i:tổng cục|chi cục|cục|bộ|sở|vụ|ủy ban(?: nhân dân)?|uỷ ban(?: nhân dân)?|ubnd|hội đồng|quỹ"
            + @"|ngân hàng|kho bạc|hiệp hội|liên đoàn|viện|trung tâm|công ty|tập đoàn|phòng|văn phòng|thuế|hải quan"
            + @"|tòa án)(?:\s+(?:TNHH|CP|TM|\p{Lu}[\p{L}\p{N}&-]*))+(?:\s+(?:chính|tư|thương|tế|vụ|nghệ|dân|nước|phố|triển"
            + @"|giao|hội))?(?!\p{L})",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex BodyRegex();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&-]*(?:\s+(?:(?:of|and|for|the|và)\s+){0,2}\p{Lu}[\p{L}\p{N}&-]*)*")]
    private static partial Regex CapitalsRegex();

    [GeneratedRegex(@"^\s*(?:(?:of|and|for|the|và)\s+)*")]
    private static partial Regex ConnectorRegex();
}
