using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Guides;

namespace PolicyAssistantBot.Conversation.Guides;

/// <summary>Runs the last guide again after a message that corrects one of its facts.</summary>
internal sealed class GuideHandler(AnswerPipeline pipeline) : IMessageHandler
{
    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var memory = message.Chat.Memory;
        if (
            message.IsClick
            || message.WaitingDialog is not null
            || memory.LastGuide is not { } last
            || GuideAnswers.ApplyCorrection(last, message.Text, memory.IsGuideResultLatest, pipeline.Today) is not { } corrected
        )
        {
            return false;
        }

        await GuideStarter.BeginAsync(message.Chat, corrected, cancellationToken);
        return true;
    }
}
