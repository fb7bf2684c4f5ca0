using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>
/// The bot's view of one turn. Outgoing activities are collected and stored with the turn's state and effects in one commit; only typing
/// indicators are sent immediately, because losing one does no harm.
/// </summary>
public interface ITurnContext
{
    /// <summary>The inbound activity.</summary>
    Activity Activity { get; }

    /// <summary>Objects that live as long as this run of the turn.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>True once something other than typing was sent.</summary>
    bool Responded { get; }

    /// <summary>The response to an invoke; 501 when it is not set.</summary>
    InvokeResponse? InvokeResponse { get; set; }

    Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string? speak = null,
        string? inputHint = null,
        CancellationToken cancellationToken = default
    );

    /// <returns>The activity's id; empty until the channel has assigned one.</returns>
    Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    Task<ResourceResponse[]> SendActivitiesAsync(Activity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Replaces the activity with the same id, where the channel supports it.</summary>
    Task<ResourceResponse> UpdateActivityAsync(Activity newActivity, CancellationToken cancellationToken = default);

    /// <summary>Deletes an activity, where the channel supports it.</summary>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>Adds an effect that is stored with the turn.</summary>
    void AddEffect(IEffect effect);
}

/// <summary>The bot: handles one activity.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>Sends ephemeral activities (typing, partial text) directly to the conversation, without a delivery guarantee.</summary>
public interface IEphemeralSender
{
    Task SendAsync(Activity activity, CancellationToken cancellationToken);
}

/// <summary>Notifies the user that a turn failed; the bot provides the text.</summary>
public interface IFaultResponder
{
    /// <param name="reference">The reference under which the exception is logged; shown to the user.</param>
    Task RespondAsync(ITurnContext turnContext, string reference, CancellationToken cancellationToken);
}
