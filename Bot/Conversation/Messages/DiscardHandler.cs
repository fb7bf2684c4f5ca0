using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>
/// Discards the open form after a clear yes to the question whether to do so. After any other message the form stays open, and the next
/// handlers get the message.
/// </summary>
internal sealed class DiscardHandler(AnswerPipeline pipeline) : IMessageHandler
{
    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var chat = message.Chat;
        if (!chat.Memory.IsDiscardPending)
        {
            return false;
        }

        chat.Memory.IsDiscardPending = false;
        switch (IsMeant(message))
        {
            case true:
                await DiscardAsync(chat, cancellationToken);
                return true;
            case false:
                await RequestStarter.BeginAsync(chat, question: null, earlierAnswer: null, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Asks first where something may have been filled in; then <see cref="DiscardHandler"/> reads the reply.</summary>
    public static async Task AskOrDiscardAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (!RequestDialog.MayHaveContent(chat.Dialogs))
        {
            await DiscardAsync(chat, cancellationToken);
            return;
        }

        chat.Memory.IsDiscardPending = true;
        await chat.Turn.SendActivityAsync(RequestFormMessages.BuildDiscardQuestion(chat.Language), cancellationToken);
    }

    private static async Task DiscardAsync(Chat chat, CancellationToken cancellationToken)
    {
        await chat.SendTextAsync(ChatTexts.Cancelled[chat.Language], cancellationToken);
        chat.Memory.IsFormPaused = false;
        await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
    }

    /// <returns>Null for a message that is no answer to the question.</returns>
    private bool? IsMeant(InboundMessage message)
    {
        var found = Choices.Recognize(message.Text, [Choice(RequestTexts.Discard), Choice(RequestTexts.KeepForm)]);
        return found is not null ? found.Index == 0
            : pipeline.Replies.IsYes(message.Text) is { } isYes ? isYes
            : pipeline.Replies.IsFormStop(message.Text) ? true
            : pipeline.Recognize(message.Question)
                is { Act: Answer.Command { Kind: CommandKind.Cancel, Confidence: >= .9 }, RemainingText: "" }
                ? true
            : null;
    }

    private static Choice Choice(LocalizedText text) => new() { Value = text.Vi, Synonyms = [text.En] };
}
