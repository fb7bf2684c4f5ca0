using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>
/// A message that names a case. The number alone, or somewhere in a sentence, asks for its status; a message that begins with it is added
/// to the
/// case; a withdrawal is a withdrawal on either side of it.
/// </summary>
internal abstract partial record CaseMessage
{
    private CaseMessage() { }

    /// <summary>The message begins with something like a number whose check digit is wrong.</summary>
    internal sealed record Unreadable : CaseMessage;

    internal sealed record Status(CaseNumber Number) : CaseMessage;

    internal sealed record Add(CaseNumber Number, string Text) : CaseMessage;

    internal sealed record Withdraw(CaseNumber Number) : CaseMessage;

    /// <returns>Null when the message names no case.</returns>
    public static CaseMessage? Read(string text)
    {
        var leading = LeadingNumber().Match(text);
        if (!CaseNumber.TryFindIn(text, out var number))
        {
            return leading.Success ? new Unreadable() : null;
        }

        if (IsWithdrawal(AnyNumber().Replace(text, " ")))
        {
            return new Withdraw(number);
        }

        var rest = leading.Success ? text[leading.Length..].TrimStart(' ', ':', ',', '.', '-', '\n').TrimEnd() : "";
        return rest.Length >= 3 && rest.Any(char.IsLetter) ? new Add(number, rest) : new Status(number);
    }

    /// <summary>Only words that say that a request is withdrawn, so that "rút ngắn thời gian" stays a supplement.</summary>
    private static bool IsWithdrawal(string text) =>
        Withdrawal().IsMatch(string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text))));

    [GeneratedRegex(
        @"^\s*hn[\s\-–—.]*[0-9]{4}[\s\-–—.]*[0-9]{6,9}[\s\-–—.]*[0-9](?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(
        @"hn[\s\-–—.]*[0-9]{4}[\s\-–—.]*[0-9]{6,9}[\s\-–—.]*[0-9](?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AnyNumber();

    [GeneratedRegex(
        @"^(?:(?:toi|em|minh|chung|ta|cong|ty|muon|can|xin|cho|phep|vui|long|nho|giup|i|we|would|like|want|to|please|can|you)\s+)*"
            + @"(?:rut|thu hoi|huy|huy bo|withdraw|retract|cancel)"
            + @"(?:\s+(?:lai|bo|yeu|cau|ho|so|don|nay|giup|voi|nhe|a|ạ|da|gui|my|our|the|this|request|case|number|no|please))*$"
    )]
    private static partial Regex Withdrawal();
}
