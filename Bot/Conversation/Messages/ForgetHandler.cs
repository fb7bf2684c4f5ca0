using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>
/// Deletes what the conversation remembers about a person after a clear yes to the question whether to do so. After any other message
/// nothing is deleted, and the next handlers get the message.
/// </summary>
internal sealed class ForgetHandler(AnswerPipeline pipeline, PrivateConversationState state) : IMessageHandler
{
    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var chat = message.Chat;
        if (!chat.Memory.IsDeletionPending)
        {
            return false;
        }

        chat.Memory.IsDeletionPending = false;
        var acts = pipeline.ActReader;
        if (!acts.IsConfirmation(message.Text) && acts.Classify(message.Text) is not { Act: DialogueAct.Forget, Confidence: 1 })
        {
            await chat.SendTextAsync(ChatTexts.DeletionCancelled[chat.Language], cancellationToken);
            return false;
        }

        var confirmation = ChatTexts.DataDeleted[chat.Language];
        chat.Turn.AddEffect(
            new ForgetAskerEffect(
                chat.Turn.Activity.ChannelId ?? "",
                chat.Turn.Activity.Conversation?.Id ?? "",
                chat.Turn.Activity.From?.Id ?? ""
            )
        );
        chat.Dialogs.Stack.Clear();
        await state.ClearStateAsync(chat.Turn, cancellationToken);
        await chat.SendTextAsync(confirmation, cancellationToken);
        return true;
    }
}
