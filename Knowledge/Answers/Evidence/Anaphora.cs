using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>Whether a sentence leans on the one before it, so that it cannot be quoted alone: "Hạn đó đã qua", "It must also …".</summary>
internal static partial class Anaphora
{
    /// <summary>A demonstrative later in the sentence mostly points to something in the sentence itself.</summary>
    private const int OpeningWords = 5;

    public static bool LeansOnPrevious(string sentence)
    {
        var opening = string.Join(' ', VietnameseText.SplitIntoWords(sentence).Take(OpeningWords)).ToLowerInvariant();
        return ConnectiveRegex().IsMatch(opening) || DemonstrativeRegex().IsMatch(opening);
    }

    [GeneratedRegex(
        @"^(cũng|ngoài ra|tuy nhiên|nhưng|vì vậy|vì thế|do đó|do vậy|còn|riêng|sau đó|khi đó|nếu vậy|họ|nó|however|but|so|therefore|then"
            + @"|also|otherwise|besides|it|its|they|their|he|she)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ConnectiveRegex();

    [GeneratedRegex(
        @"\b(này|đó|ấy|nêu trên|nói trên|như vậy|cùng nguồn|this|that|these|those|such|the same|the latter)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DemonstrativeRegex();
}
