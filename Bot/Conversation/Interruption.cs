using System.Text.RegularExpressions;
using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation;

/// <summary>
/// Whether a message, said while a dialog waits for an answer, is that answer or something else. What a person writes as the content of
/// a request is often a question: there only commands interrupt.
/// </summary>
internal static partial class Interruption
{
    /// <param name="recognized">The command or small talk that the message is; null when it is neither.</param>
    public static bool Interrupts(string text, Answer? recognized, DialogInstance waiting, RequestFieldList fields)
    {
        var asking = waiting.Id == RequestDialog.DialogId ? fields.Find(RequestDialog.Asking(waiting)) : null;
        var isFreeText = asking?.IsFreeText == true;
        if (waiting.Id == RequestDialog.DialogId && asking is null && ActReader.Default.IsConfirmation(text))
        {
            return false; // At the summary "gửi yêu cầu" sends this request; it does not begin another.
        }

        return recognized switch
        {
            // "Hủy" in reply to "rút yêu cầu?" may mean either: the question is repeated.
            Answer.Command { Kind: CommandKind.Cancel } when waiting.Id == WithdrawDialog.DialogId => false,
            Answer.Command { Kind: CommandKind.Postpone } when waiting.Id != RequestDialog.DialogId => false, // "Not yet" is an answer there.
            // A name or the content of a request may look like a command; only one of its own examples is one there.
            Answer.Command { Confidence: < 1, Kind: not (CommandKind.Cancel or CommandKind.Postpone) } when isFreeText => false,
            Answer.Command { Confidence: < 1 } when asking?.MayBeAQuestion == true => false,
            Answer.Command { Confidence: < .9, Kind: CommandKind.Cancel or CommandKind.Postpone } => false,
            Answer.Command { Kind: CommandKind.Cancel } => IsCancel(text)
                && !((asking is not null || waiting.Id is ReadinessDialog.DialogId or GuideDialog.DialogId) && FieldAnswer.IsSkip(text))
                && !(waiting.Id == RequestDialog.DialogId && IsUnclear(text)),
            Answer.Command => true,
            Answer.SmallTalk => isFreeText,
            _ => asking?.MayBeAQuestion != true && (IsQuestion(text) || IsTooLong(text, asking, waiting)),
        };
    }

    /// <summary>A number, a telephone number or an address of mail has fewer words: this is something else.</summary>
    private static bool IsTooLong(string text, RequestField? asking, DialogInstance waiting) =>
        (waiting.Id == StatusDialog.DialogId || asking?.Key is "TaxCode" or "Phone" or "Email")
        && VietnameseText.Words(text).Count >= LeastOther;

    private const int LeastOther = 6;

    /// <summary>A cancel word. "Đúng" (right) looks like "dừng" (stop) without its marks, and is none.</summary>
    public static bool IsCancel(string text) => !text.Normalize().Contains("đúng", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Dung" without a mark is "dừng" (stop), "đúng" (right) or a name: too little to throw away a form.</summary>
    public static bool IsUnclear(string text) => text.Trim().Equals("dung", StringComparison.OrdinalIgnoreCase);

    public static bool IsQuestion(string text) => text.TrimEnd().EndsWith('?') || QuestionWords().IsMatch(VietnameseText.Fold(text));

    [GeneratedRegex(
        @"\b(?:la gi|la ai|the nao|nhu nao|bao nhieu|bao lau|o dau|khi nao|bao gio|lam sao|tai sao|vi sao|co duoc|duoc khong|duoc ko|phai khong|co phai|can gi|nhung gi|gi vay)\b|^(?:what|how|when|where|who|which|why|can i|can we|do i|do we|is there|are there|am i|does)\b"
    )]
    private static partial Regex QuestionWords();
}
