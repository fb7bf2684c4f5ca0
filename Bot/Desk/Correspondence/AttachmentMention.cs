using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>Finds the words with which a text announces a file.</summary>
internal static partial class AttachmentMention
{
    public static bool IsIn(string text) => MentionRegex().IsMatch(text.Normalize());

    [GeneratedRegex(@"đính\s+kèm|(?:tệp|file)\s+kèm|\battach(?:ed|ment|ments)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MentionRegex();
}
