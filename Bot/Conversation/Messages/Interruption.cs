using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>
/// Whether a message that comes while a dialog waits is the answer or something else. The content of a request is often a question, so
/// there only commands interrupt.
/// </summary>
internal sealed class Interruption(AnswerPipeline pipeline, RequestFieldList fields)
{
    /// <summary>A message of at least this many words that is no value of the field is something else.</summary>
    private const int LeastOther = 3;

    /// <summary>Digits of this share of a text are a mistyped number, about which the field must say what is wrong.</summary>
    private const double MostlyDigits = .4;

    /// <param name="recognized">The command or small talk that the message is; null when it is neither.</param>
    public bool Interrupts(Inbound message, Answer? recognized)
    {
        var (text, waiting) = (message.Text, message.Waiting!);
        var isForm = waiting.Id == RequestDialog.DialogId;
        var asking = isForm ? fields.Find(RequestDialog.Asking(waiting)) : null;
        if (isForm && asking is null && pipeline.Acts.IsConfirmation(text))
        {
            return false; // At the summary "gửi yêu cầu" sends this request; it does not begin another.
        }

        return recognized switch
        {
            Answer.Command command => IsCommand(command, text, waiting, asking),
            Answer.SmallTalk => asking is null ? isForm : asking.IsFreeText || !IsValueOf(asking, text),
            _ => IsSomethingElse(message, asking),
        };
    }

    private bool IsCommand(Answer.Command command, string text, DialogInstance waiting, RequestField? asking) =>
        command switch
        {
            // "Hủy" in reply to "rút yêu cầu?" may mean either: the question is repeated.
            { Kind: CommandKind.Cancel } when waiting.Id == WithdrawDialog.DialogId => false,
            // "Not yet" is an answer there.
            { Kind: CommandKind.Postpone } when waiting.Id != RequestDialog.DialogId => false,
            // A name or the content of a request may look like a command; only one of its own examples is one there.
            { Confidence: < 1, Kind: not (CommandKind.Cancel or CommandKind.Postpone) } when asking?.IsFreeText == true => false,
            { Confidence: < 1 } when asking?.MayBeAQuestion == true => false,
            { Confidence: < .9, Kind: CommandKind.Cancel or CommandKind.Postpone } => false,
            { Kind: CommandKind.Cancel } => IsCancel(text)
                && !(
                    (asking is not null || waiting.Id is ReadinessDialog.DialogId or GuideDialog.DialogId) && pipeline.Replies.IsSkip(text)
                )
                && !(waiting.Id == RequestDialog.DialogId && IsUnclear(text)),
            _ => true,
        };

    /// <summary>A question, or words where a number, a telephone number or an address of mail is asked for.</summary>
    private bool IsSomethingElse(Inbound message, RequestField? asking)
    {
        var text = message.Text;
        if (asking?.MayBeAQuestion == true && !message.Chat.Memory.IsFormPaused)
        {
            return false;
        }

        if (
            text.TrimEnd().EndsWith('?')
            || (
                pipeline.Acts.IsQuestion(text, byEnding: asking is not null)
                && (asking is null || asking.IsFreeText || !IsValueOf(asking, text))
            )
        )
        {
            return true;
        }

        var isOther = VietnameseText.SplitIntoWords(text).Count >= LeastOther && !IsMostlyDigits(text);
        return message.Waiting!.Id == StatusDialog.DialogId
            ? isOther && !CaseNumber.TryFindIn(text, out _)
            : asking is { Input: FieldInput.Line, IsFreeText: false, AsksAgainWithCandidates: false }
                && isOther
                && !IsValueOf(asking, text);
    }

    /// <summary>Whether the field takes the text.</summary>
    private bool IsValueOf(RequestField field, string text) =>
        pipeline.Replies.IsSkip(text) || field.Read(new RequestDraft(), text).Problem is null;

    private static bool IsMostlyDigits(string text) =>
        text.Contains('@', StringComparison.Ordinal) || text.Count(char.IsAsciiDigit) >= MostlyDigits * text.Count(char.IsLetterOrDigit);

    /// <summary>A cancel word. "Đúng" (right) looks like "dừng" (stop) without its marks, and is none.</summary>
    public static bool IsCancel(string text) => !text.Normalize().Contains("đúng", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Dung" without a mark is "dừng" (stop), "đúng" (right) or a name: too little to throw away a form.</summary>
    public static bool IsUnclear(string text) => text.Trim().Equals("dung", StringComparison.OrdinalIgnoreCase);
}
