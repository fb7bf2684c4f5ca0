using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>Shows the form to who asks for it: the open one with what was filled in, else a new one.</summary>
internal sealed class FormWishHandler(AnswerPipeline pipeline) : IMessageHandler
{
    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (!pipeline.Replies.IsFormWish(message.Text))
        {
            return false;
        }

        await RequestStarter.BeginAsync(message.Chat, question: null, earlierAnswer: null, cancellationToken);
        return true;
    }
}
