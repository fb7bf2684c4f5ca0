using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>
/// What the bot sees of one turn. Whatever it sends is collected and stored with the turn's state and effects in one commit;
/// only typing goes out at once, because nobody misses it.
/// </summary>
public interface ITurnContext
{
    /// <summary>The inbound activity.</summary>
    Activity Activity { get; }

    /// <summary>Objects that live as long as this run of the turn.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>True once something other than typing was sent.</summary>
    bool Responded { get; }

    /// <summary>What an invoke will be answered with; 501 when nobody sets it.</summary>
    InvokeResponse? InvokeResponse { get; set; }

    Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string? speak = null,
        string? inputHint = null,
        CancellationToken cancellationToken = default
    );

    /// <returns>The activity's id; empty while the channel has not given it one.</returns>
    Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    Task<ResourceResponse[]> SendActivitiesAsync(Activity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Replaces the activity that has the given activity's id, where the channel can.</summary>
    Task<ResourceResponse> UpdateActivityAsync(Activity newActivity, CancellationToken cancellationToken = default);

    /// <summary>Removes an activity, where the channel can.</summary>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>Something to be stored with the turn.</summary>
    void AddEffect(IEffect effect);
}

/// <summary>The bot: reads one activity, decides what to say.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>Sends what is not kept (typing, partial text) straight to the conversation; may lose it.</summary>
public interface IEphemeralSender
{
    Task SendAsync(Activity activity, CancellationToken cancellationToken);
}

/// <summary>Tells the user that a turn failed; its words belong to the bot, not to the framework.</summary>
public interface IFaultResponder
{
    /// <param name="reference">The reference under which the fault is in the log; to be shown to the user.</param>
    Task RespondAsync(ITurnContext turnContext, string reference, CancellationToken cancellationToken);
}
