using System.Text.RegularExpressions;
using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
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
        return recognized switch
        {
            // "Hủy" in reply to "rút yêu cầu?" may mean either: the question is repeated.
            Answer.Command { Kind: CommandKind.Cancel } when waiting.Id == WithdrawDialog.DialogId => false,
            Answer.Command { Kind: CommandKind.Cancel } => IsCancel(text)
                && !((asking is not null || waiting.Id is ReadinessDialog.DialogId or GuideDialog.DialogId) && FieldAnswer.IsSkip(text))
                && !(waiting.Id == RequestDialog.DialogId && IsUnclear(text)),
            Answer.Command => true,
            Answer.SmallTalk => isFreeText,
            _ => asking?.MayBeAQuestion != true && IsQuestion(text),
        };
    }

    /// <summary>A cancel word. "Đúng" (right) looks like "dừng" (stop) without its marks, and is none.</summary>
    public static bool IsCancel(string text) => !text.Normalize().Contains("đúng", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Dung" without a mark is "dừng" (stop), "đúng" (right) or a name: too little to throw away a form.</summary>
    private static bool IsUnclear(string text) => text.Trim().Equals("dung", StringComparison.OrdinalIgnoreCase);

    public static bool IsQuestion(string text) => text.TrimEnd().EndsWith('?') || QuestionWords().IsMatch(VietnameseText.Fold(text));

    [GeneratedRegex(
        @"\b(?:la gi|la ai|the nao|nhu nao|bao nhieu|bao lau|o dau|khi nao|bao gio|lam sao|tai sao|vi sao|co duoc|duoc khong|duoc ko|phai khong|co phai|can gi|nhung gi|gi vay)\b|^(?:what|how|when|where|who|which|why|can i|can we|do i|do we|is there|are there|am i|does)\b"
    )]
    private static partial Regex QuestionWords();
}
