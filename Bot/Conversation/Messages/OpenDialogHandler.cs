using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>Passes an answer to the dialog that waits for it: the open form, a guide, a question for a case number.</summary>
internal sealed class OpenDialogHandler(AnswerPipeline pipeline, InterruptionPolicy interruption) : IMessageHandler
{
    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (message.WaitingDialog is null)
        {
            return false;
        }

        if (!message.IsClick && message.WaitingDialog.Id == RequestDialog.DialogId && interruption.IsFormStop(message.Text))
        {
            await DiscardHandler.AskOrDiscardAsync(message.Chat, cancellationToken);
            return true;
        }

        var recognized = message.IsClick ? null : pipeline.Recognize(message.Question)?.Act;
        if (message.IsClick || interruption.IsInterruption(message, recognized))
        {
            message.InterruptsDialog = true;
            if (
                message is { IsClick: false, WaitingDialog: { } waiting }
                && StatusDialog.IsAskingForNumber(waiting)
                && recognized is not Answer.Command
                && !pipeline.IsOwnCase(message.Question)
            )
            {
                // A number that is not given is not asked for again under each answer.
                await message.Chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
            }

            return false;
        }

        message.Chat.Memory.IsFormPaused = false;
        message.Chat.Memory.RepeatedFieldKey = null;
        return (await message.Chat.Dialogs.ContinueDialogAsync(cancellationToken)).Status != DialogTurnStatus.Empty;
    }
}
