using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Finds everything that a reader can follow or write to: web pages, hosts, e-mail addresses, chat accounts, also in disguised spelling.
/// </summary>
internal static partial class Addresses
{
    public static IEnumerable<string> FindAll(string text) =>
        AddressRegex().Matches(text).Select(match => match.Value.TrimEnd('.', ',', ')', ';'));

    [GeneratedRegex(
        @"[a-z][a-z0-9+.-]*:/{1,2}\S*|\b(?:www|zalo|t)\.\S+|\b(?:javascript|data|mailto|tel):\S*|[\w.+-]+\s?(?:@"
            + @"|\(at\))\s?[\w.-]+|\b[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)*\s?(?:\.|\[\.\]|\(\.\))\s?(?:vn|com|net|org"
            + @"|info|xyz|top|io|me|ru|cn|gov|edu|app|dev|link|site|online|club|shop|biz|cc|example)\b(?:/\S*)?|\bhxxps?\b"
            + @"|\b(?:dot|chấm|cham)\s+(?:com|vn|net|org)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AddressRegex();
}
