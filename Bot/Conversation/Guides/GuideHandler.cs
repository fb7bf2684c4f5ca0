using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Guides;

namespace PolicyAssistantBot.Conversation.Guides;

/// <summary>Tells the last guide again with a fact that the message corrects.</summary>
internal sealed class GuideHandler(AnswerPipeline pipeline) : IMessageHandler
{
    public async Task<bool> TryAsync(Inbound message, CancellationToken cancellationToken)
    {
        var memory = message.Chat.Memory;
        if (
            message.IsClick
            || message.Waiting is not null
            || memory.LastGuide is not { } last
            || GuideAnswers.Correct(last, message.Text, memory.IsGuideLatest, pipeline.Today) is not { } corrected
        )
        {
            return false;
        }

        await GuideStart.BeginAsync(message.Chat, corrected, cancellationToken);
        return true;
    }
}
