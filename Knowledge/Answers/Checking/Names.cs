using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>Bodies, people and products that a sentence names: by their capitals, as letters that stand for a name, or by the kind of body
/// before them.</summary>
internal static partial class Names
{
    /// <summary>The names, each as folded words with blanks between and around them.</summary>
    public static IEnumerable<string> In(string sentence)
    {
        foreach (Match body in Body().Matches(sentence))
        {
            yield return Words(body.Value);
        }

        foreach (Match name in Capitals().Matches(sentence))
        {
            var isFirst = string.IsNullOrWhiteSpace(sentence[..name.Index].Trim('"', '“', '(', ' '));
            var words = name.Value;
            if (isFirst && !IsLetters(words))
            {
                // The first word has its capital for standing first.
                var rest = words.IndexOf(' ', StringComparison.Ordinal);
                if (rest < 0)
                {
                    continue;
                }

                words = Connector().Replace(words[rest..], "");
            }

            yield return Words(words);
        }
    }

    /// <summary>A text's words in the form in which names are looked for.</summary>
    public static string Words(string text) => $" {string.Join(' ', VietnameseText.Words(VietnameseText.Fold(text)))} ";

    private static bool IsLetters(string word) =>
        word.Length >= 2 && word.All(c => char.IsUpper(c) || char.IsAsciiDigit(c) || c is '&' or '-');

    [GeneratedRegex(
        @"(?<!\p{L})(?i:tổng cục|chi cục|cục|bộ|sở|vụ|ủy ban(?: nhân dân)?|uỷ ban(?: nhân dân)?|ubnd|hội đồng|quỹ|ngân hàng|kho bạc|hiệp hội|liên đoàn|viện|trung tâm|công ty|tập đoàn|phòng|văn phòng|thuế|hải quan|tòa án)(?:\s+(?:TNHH|CP|TM|\p{Lu}[\p{L}\p{N}&-]*))+(?:\s+(?:chính|tư|thương|tế|vụ|nghệ|dân|nước|phố|triển|giao|hội))?(?!\p{L})",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Body();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&-]*(?:\s+(?:(?:of|and|for|the|và)\s+){0,2}\p{Lu}[\p{L}\p{N}&-]*)*")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"^\s*(?:(?:of|and|for|the|và)\s+)*")]
    private static partial Regex Connector();
}
