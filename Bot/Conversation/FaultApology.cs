using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation;

/// <summary>Says that something of ours failed, with the reference under which it is in the log.</summary>
internal sealed class FaultApology(ChatMemories memories) : IFaultResponder
{
    public async Task RespondAsync(ITurnContext turnContext, string reference, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(turnContext, cancellationToken);
        await turnContext.SendActivityAsync(ChatTexts.Fault.With(lang, reference), cancellationToken: cancellationToken);
    }
}
