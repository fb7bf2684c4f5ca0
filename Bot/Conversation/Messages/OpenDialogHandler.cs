using PolicyAssistantBot.BotFramework.Dialogs;
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

        if (message.IsClick || interruption.IsInterruption(message, pipeline.Recognize(message.Question)?.Act))
        {
            message.InterruptsDialog = true;
            return false;
        }

        message.Chat.Memory.IsFormPaused = false;
        return (await message.Chat.Dialogs.ContinueDialogAsync(cancellationToken)).Status != DialogTurnStatus.Empty;
    }
}
