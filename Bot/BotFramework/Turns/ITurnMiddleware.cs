namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>Goes on with the turn: to the next middleware, and at last to the bot.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Sees each turn before the bot does, and may answer it instead. Registered in the order in which they are asked.</summary>
public interface ITurnMiddleware
{
    /// <param name="next">Not called when the turn is answered here.</param>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
