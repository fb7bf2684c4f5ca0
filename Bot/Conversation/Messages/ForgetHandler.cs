using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>
/// Deletes what is kept about a person after a clear yes to the question. Any other message leaves everything as it is and goes on to the
/// others.
/// </summary>
internal sealed class ForgetHandler(AnswerPipeline pipeline, PrivateConversationState state) : IMessageHandler
{
    public async Task<bool> TryAsync(Inbound message, CancellationToken cancellationToken)
    {
        var chat = message.Chat;
        if (!chat.Memory.IsForgetAsked)
        {
            return false;
        }

        chat.Memory.IsForgetAsked = false;
        var acts = pipeline.Acts;
        if (!acts.IsConfirmation(message.Text) && acts.Read(message.Text) is not { Act: DialogueAct.Forget, Confidence: 1 })
        {
            await chat.SayAsync(ChatTexts.NotForgotten[chat.Language], cancellationToken);
            return false;
        }

        var forgotten = ChatTexts.DataCleared[chat.Language];
        chat.Turn.AddEffect(
            new ForgetAsker(
                chat.Turn.Activity.ChannelId ?? "",
                chat.Turn.Activity.Conversation?.Id ?? "",
                chat.Turn.Activity.From?.Id ?? ""
            )
        );
        chat.Dialogs.Stack.Clear();
        await state.ClearStateAsync(chat.Turn, cancellationToken);
        await chat.SayAsync(forgotten, cancellationToken);
        return true;
    }
}
