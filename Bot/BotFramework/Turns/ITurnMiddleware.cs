namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>Continues the turn with the next middleware, and finally with the bot.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Runs before the bot in each turn and may answer it instead. Called in the order of registration.</summary>
public interface ITurnMiddleware
{
    /// <param name="next">Not called when the turn is answered here.</param>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
