using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation;

/// <summary>Apologizes for an internal error, with the reference under which it is logged.</summary>
internal sealed class FaultApology(ChatMemoryAccessor memories) : IFaultResponder
{
    public async Task RespondAsync(ITurnContext turnContext, string reference, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(turnContext, cancellationToken);
        await turnContext.SendActivityAsync(ChatTexts.InternalError.With(lang, reference), cancellationToken: cancellationToken);
    }
}
