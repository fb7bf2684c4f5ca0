using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>Answers one kind of invoke. An invoke that neither a handler nor the bot answers gets status 501.</summary>
public interface IInvokeHandler
{
    bool CanHandle(Activity invoke);

    /// <summary>Runs within the turn: effects and state are stored with the answer, and a duplicate gets the same answer.</summary>
    Task<InvokeResponse> HandleAsync(ITurnContext turnContext, CancellationToken cancellationToken);
}
