using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>
/// Stores the parts of a turn in one transaction: the inbound activity, the state and its version, the outgoing activities and the effects.
/// An activity is accepted (stored) before it is acknowledged, and completed in one commit.
/// </summary>
public interface ITurnStore
{
    /// <summary>
    /// Stores an inbound activity as not yet processed, with an id and a server timestamp that grows within its conversation. A second
    /// activity with the same <paramref name="deduplicationKey"/> in the same conversation is not stored: the first is returned. Without a
    /// key each activity is a new one.
    /// </summary>
    Task<AcceptedActivity> AcceptAsync(Activity activity, string? deduplicationKey, CancellationToken cancellationToken);

    /// <summary>Accepted activities that no turn has completed yet, oldest first; read at start and after a failure.</summary>
    Task<IReadOnlyList<Activity>> ListPendingAsync(int limit, CancellationToken cancellationToken);

    /// <summary>The state of the activity's conversation with its version; empty and version 0 when new.</summary>
    Task<TurnStates> LoadStatesAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Stores everything that the turn decided, or nothing.</summary>
    Task<CommitResult> CommitAsync(CompletedTurn turn, CancellationToken cancellationToken);
}

/// <param name="Activity">The activity as stored: with id, timestamp and all fields of the sender.</param>
/// <param name="IsDuplicate">True when this activity had been accepted before.</param>
/// <param name="InvokeResponse">For a duplicate of a completed invoke: the first response.</param>
public sealed record AcceptedActivity(Activity Activity, bool IsDuplicate, InvokeResponse? InvokeResponse)
{
    /// <summary>True when the conversation was erased at the user's request: nothing was stored.</summary>
    public bool IsConversationErased { get; init; }
}

/// <summary>The state documents of a turn.</summary>
public sealed record TurnStates(StateDocument Conversation);

/// <summary>One state document, such as that of the conversation <c>{channelId}/conversations/{id}</c>.</summary>
/// <param name="Version">Grows by one with each commit; 0 when it was never stored.</param>
public sealed record StateDocument(string Key, JsonObject Data, long Version);

/// <summary>The result of a turn, stored in one transaction.</summary>
/// <param name="ChangedStates">Documents with the version that was loaded; a document that did not change is left out.</param>
public sealed record CompletedTurn(
    Activity Inbound,
    IReadOnlyList<StateDocument> ChangedStates,
    IReadOnlyList<Activity> Outgoing,
    IReadOnlyList<IEffect> Effects,
    InvokeResponse? InvokeResponse
);

public enum CommitResult
{
    Committed,

    /// <summary>
    /// A state, or a case that an effect changes, had changed since it was loaded: nothing was stored, the turn must run again.
    /// </summary>
    Conflict,

    /// <summary>The inbound activity was completed before: nothing was stored.</summary>
    AlreadyCompleted,
}

/// <summary>
/// A change of stored data that a turn decided on in addition to its messages, such as a submitted request, a vote or a recorded answer.
/// </summary>
public interface IEffect;

/// <summary>The response to an invoke.</summary>
public sealed record InvokeResponse(int Status, JsonNode? Body);
