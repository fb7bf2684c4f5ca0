using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>
/// A message that contains a case number. The number alone, or within a sentence, asks for the status; the text after a leading number is
/// added to the case; words of withdrawal before or after the number withdraw the case.
/// </summary>
internal abstract partial record CaseMessage
{
    private CaseMessage() { }

    /// <summary>The message begins with a text of the form of a case number that is not valid.</summary>
    internal sealed record InvalidNumber : CaseMessage;

    internal sealed record AskStatus(CaseNumber Number) : CaseMessage;

    internal sealed record AddText(CaseNumber Number, string Text) : CaseMessage;

    internal sealed record Withdraw(CaseNumber Number) : CaseMessage;

    /// <returns>Null when the message contains no case number.</returns>
    public static CaseMessage? Read(string text)
    {
        var leading = LeadingNumberRegex().Match(text);
        if (!CaseNumber.TryFindIn(text, out var number))
        {
            return leading.Success || IncompleteNumberRegex().IsMatch(text) ? new InvalidNumber() : null;
        }

        if (IsWithdrawal(CaseNumberRegex().Replace(text, " ")))
        {
            return new Withdraw(number);
        }

        var rest = leading.Success ? text[leading.Length..].TrimStart(' ', ':', ',', '.', '-', '\n').TrimEnd() : "";
        return rest.Length >= 3 && rest.Any(char.IsLetter) ? new AddText(number, rest) : new AskStatus(number);
    }

    /// <summary>
    /// True when the text consists only of words of withdrawal: "rút ngắn thời gian" (shorten the time) is a message for the case.
    /// </summary>
    private static bool IsWithdrawal(string text) =>
        WithdrawalRegex().IsMatch(string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text))));

    [GeneratedRegex(
        @"^\s*hn[\s\-–—.]*[0-9]{4}[\s\-–—.]*[0-9]{6,9}[\s\-–—.]*[0-9](?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex LeadingNumberRegex();

    /// <summary>A message that is nothing but the beginning of a number: "hn-2026-1".</summary>
    [GeneratedRegex(
        @"^\s*hn[\s\-–—.]*20[0-9]{2}(?:[\s\-–—.]+[0-9]{0,9}){0,2}[\s.?]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex IncompleteNumberRegex();

    [GeneratedRegex(
        @"hn[\s\-–—.]*[0-9]{4}[\s\-–—.]*[0-9]{6,9}[\s\-–—.]*[0-9](?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex CaseNumberRegex();

    [GeneratedRegex(
        @"^(?:(?:toi|em|minh|chung|ta|cong|ty|muon|can|xin|cho|phep|vui|long|nho|giup|i|we|would|like|want|to|please|can|you)\s+)*"
            + @"(?:rut|thu hoi|huy|huy bo|withdraw|retract|cancel)"
            + @"(?:\s+(?:lai|bo|yeu|cau|ho|so|don|nay|giup|voi|nhe|a|ạ|da|gui|my|our|the|this|request|case|number|no|please))*$"
    )]
    private static partial Regex WithdrawalRegex();
}
