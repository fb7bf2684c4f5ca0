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
/// Decides whether a message that arrives while a dialog waits is the answer or an interruption. The content of a request is often a
/// question, so in that field only commands interrupt.
/// </summary>
internal sealed class InterruptionPolicy(AnswerPipeline pipeline, RequestFieldList fields)
{
    /// <summary>A message of at least this many words that is not a value of the asked field is an interruption.</summary>
    private const int MinInterruptionWords = 3;

    private const double MinPostponeConfidence = .5;

    /// <summary>A text with at least this share of digits is a mistyped number: the field must explain what is wrong with it.</summary>
    private const double MinDigitShareOfNumber = .4;

    /// <summary>Whether a text stops the open form; "rút lại được không" only asks.</summary>
    public bool IsFormStop(string text) => pipeline.Replies.IsFormStop(text) && !pipeline.ActReader.IsQuestion(text);

    /// <param name="recognized">The command or small talk that was recognized in the message; null when it is neither.</param>
    public bool IsInterruption(InboundMessage message, Answer? recognized)
    {
        var (text, waitingDialog) = (message.Text, message.WaitingDialog!);
        var isForm = waitingDialog.Id == RequestDialog.DialogId;
        var askedField = isForm ? fields.Find(RequestDialog.GetAskedFieldKey(waitingDialog)) : null;
        if (isForm && askedField is null && pipeline.ActReader.IsConfirmation(text))
        {
            return false; // At the summary "gửi yêu cầu" sends this request; it does not begin another.
        }

        if (askedField is { IsFreeText: false } && pipeline.Replies.IsLack(text))
        {
            return false; // "Chưa có mã số" is about the field, which explains what to do.
        }

        return recognized switch
        {
            Answer.Command command => IsInterruptingCommand(command, text, waitingDialog, askedField),
            Answer.SmallTalk => askedField is null ? isForm : askedField.IsFreeText || !IsValueOf(askedField, text),
            _ => IsUnrelatedMessage(message, askedField),
        };
    }

    private bool IsInterruptingCommand(Answer.Command command, string text, DialogInstance waitingDialog, RequestField? askedField) =>
        command switch
        {
            // "Hủy" in reply to "rút yêu cầu?" may mean either: the question is repeated.
            { Kind: CommandKind.Cancel } when waitingDialog.Id == WithdrawDialog.DialogId => false,
            // "Not yet" is an answer to the other dialogs.
            { Kind: CommandKind.Postpone } when waitingDialog.Id != RequestDialog.DialogId => false,
            // A name or the content of a request may look like a command; there only a certain match is one.
            // To put off loses nothing, and no enterprise has such a name.
            { Confidence: >= MinPostponeConfidence, Kind: CommandKind.Postpone }
                when askedField is { IsFreeText: true, CanBeQuestion: false } => true,
            { Confidence: < 1, Kind: not (CommandKind.Cancel or CommandKind.Postpone) } when askedField?.IsFreeText == true =>
                !askedField.CanBeQuestion && pipeline.Replies.IsSpeech(text),
            { Confidence: < 1 } when askedField?.CanBeQuestion == true => false,
            { Confidence: < .9, Kind: CommandKind.Cancel or CommandKind.Postpone } => false,
            { Kind: CommandKind.Cancel } => MayBeCancel(text)
                && !(
                    (askedField is not null || waitingDialog.Id is ReadinessDialog.DialogId or GuideDialog.DialogId)
                    && pipeline.Replies.IsSkip(text)
                )
                && !(waitingDialog.Id == RequestDialog.DialogId && IsAmbiguousCancel(text)),
            _ => true,
        };

    /// <summary>True for a question, and for words where a number, a telephone number or an e-mail address is asked for.</summary>
    private bool IsUnrelatedMessage(InboundMessage message, RequestField? askedField)
    {
        var text = message.Text;
        if (askedField?.CanBeQuestion == true && !message.Chat.Memory.IsFormPaused)
        {
            return false;
        }

        if (
            text.TrimEnd().EndsWith('?')
            || (
                askedField is { IsFreeText: true, CanBeQuestion: false }
                && (text.Contains("? ", StringComparison.Ordinal) || pipeline.Replies.IsSpeech(text))
            )
            || (
                pipeline.ActReader.IsQuestion(text, includeEnding: askedField is not null)
                && (askedField is null || askedField.IsFreeText || !IsValueOf(askedField, text))
            )
        )
        {
            return true;
        }

        var isProse = VietnameseText.SplitIntoWords(text).Count >= MinInterruptionWords && !IsMostlyDigits(text);
        return message.WaitingDialog!.Id == StatusDialog.DialogId
            ? isProse && !CaseNumber.TryFindIn(text, out _)
            : askedField is { Input: FieldInput.SingleLine, IsFreeText: false, AsksAgainWithCandidates: false }
                && isProse
                && !IsValueOf(askedField, text);
    }

    /// <summary>True when the field accepts the text.</summary>
    private bool IsValueOf(RequestField field, string text) =>
        pipeline.Replies.IsSkip(text)
        || (!field.IsFreeText && pipeline.Replies.IsLack(text))
        || field.Read(new RequestDraft(), text).Problem is null;

    private static bool IsMostlyDigits(string text) =>
        text.Contains('@', StringComparison.Ordinal)
        || text.Count(char.IsAsciiDigit) >= MinDigitShareOfNumber * text.Count(char.IsLetterOrDigit);

    /// <summary>False for "đúng" (right), which without diacritics looks like "dừng" (stop).</summary>
    public static bool MayBeCancel(string text) => !text.Normalize().Contains("đúng", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Dung" without diacritics is "dừng" (stop), "đúng" (right) or a name: not clear enough to discard a form.</summary>
    public static bool IsAmbiguousCancel(string text) => text.Trim().Equals("dung", StringComparison.OrdinalIgnoreCase);
}
