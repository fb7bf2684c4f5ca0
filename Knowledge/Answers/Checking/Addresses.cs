using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>Everything that can be followed or written to: pages, hosts, e-mail addresses, accounts of chat services; also when it is
/// written so that only a person knows it.</summary>
internal static partial class Addresses
{
    public static IEnumerable<string> In(string text) => Address().Matches(text).Select(match => match.Value.TrimEnd('.', ',', ')', ';'));

    [GeneratedRegex(
        @"[a-z][a-z0-9+.-]*:/{1,2}\S*|\b(?:www|zalo|t)\.\S+|\b(?:javascript|data|mailto|tel):\S*|[\w.+-]+\s?(?:@|\(at\))\s?[\w.-]+|\b[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)*\s?(?:\.|\[\.\]|\(\.\))\s?(?:vn|com|net|org|info|xyz|top|io|me|ru|cn|gov|edu|app|dev|link|site|online|club|shop|biz|cc|example)\b(?:/\S*)?|\bhxxps?\b|\b(?:dot|chấm|cham)\s+(?:com|vn|net|org)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();
}
