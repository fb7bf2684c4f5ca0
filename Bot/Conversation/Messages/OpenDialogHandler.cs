using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>Gives an answer to the dialog that waits for it: the open form, a guide, a question for a case number.</summary>
internal sealed class OpenDialogHandler(AnswerPipeline pipeline, Interruption interruption) : IMessageHandler
{
    public async Task<bool> TryAsync(Inbound message, CancellationToken cancellationToken)
    {
        if (message.Waiting is null)
        {
            return false;
        }

        if (message.IsClick || interruption.Interrupts(message, pipeline.Recognize(message.Question)?.Act))
        {
            message.Interrupts = true;
            return false;
        }

        message.Chat.Memory.IsFormPaused = false;
        return (await message.Chat.Dialogs.ContinueDialogAsync(cancellationToken)).Status != DialogTurnStatus.Empty;
    }
}
