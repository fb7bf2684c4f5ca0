using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>A conversation on a channel, with the last position of its transcript.</summary>
internal sealed class ConversationRow
{
    /// <summary><c>{channelId}/conversations/{id}</c>, also the key of its state document.</summary>
    public required string Key { get; init; }

    public required string ChannelId { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The sequence number of the latest activity.</summary>
    public long LastSequence { get; set; }

    /// <summary>The latest assigned timestamp, Unix milliseconds; strictly increasing.</summary>
    public long LastTimestamp { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>
    /// Unix milliseconds; when set, the conversation was erased on request and accepts no more activities. The row remains so that tokens
    /// of the conversation, which cannot be revoked, do not reopen it.
    /// </summary>
    public long? ErasedAt { get; set; }
}

/// <summary>A person who wrote in a conversation, by which all conversations of a person are found.</summary>
internal sealed class ConversationUserRow
{
    public required string ChannelId { get; init; }

    public required string UserId { get; init; }

    public required string ConversationKey { get; init; }
}

/// <summary>An activity in either direction: this table is the inbox, the transcript and the outbox.</summary>
internal sealed class ActivityRow
{
    /// <summary>Order of arrival across all conversations.</summary>
    public long Number { get; init; }

    public required string ConversationKey { get; init; }

    /// <summary>Position in the conversation, from 1.</summary>
    public long Sequence { get; init; }

    public Direction Direction { get; init; }

    /// <summary>
    /// The id that the channel or the sender of the activity assigned. Empty when it is <see cref="ActivityIds.Create"/> of the sequence
    /// number, as for most rows: the index on this column holds only the others.
    /// </summary>
    public required string ActivityId { get; init; }

    /// <summary>Identifies an activity that the sender may repeat; inbound only, null when the sender gave no id of its own.</summary>
    public string? DeduplicationKey { get; init; }

    /// <summary>By the clock of this service, Unix milliseconds; strictly increasing within the conversation.</summary>
    public long Timestamp { get; init; }

    /// <summary>False for activities that clients do not show, such as a conversationUpdate.</summary>
    public bool IsShown { get; init; }

    /// <summary>The activity as the channel receives it; compressed in the column.</summary>
    public required string Json { get; init; }

    public Progress Progress { get; set; }

    /// <summary>Failed deliveries so far; outbound only.</summary>
    public int Attempts { get; set; }

    /// <summary>Deliveries that may have arrived although the channel did not confirm them; outbound only.</summary>
    public int AmbiguousAttempts { get; set; }

    /// <summary>Not before this time, Unix milliseconds; outbound only.</summary>
    public long NextAttemptAt { get; set; }

    /// <summary>
    /// When its attempts were restarted, Unix milliseconds; null when they began at <see cref="Timestamp"/>; outbound only.
    /// </summary>
    public long? DeliverySince { get; set; }

    /// <summary>
    /// Set exactly while <see cref="Progress"/> is <see cref="Turns.Progress.Undelivered"/>; null in rows
    /// that were written before the column existed.
    /// </summary>
    public UndeliveredReason? UndeliveredReason { get; set; }

    /// <summary>The response to an invoke, repeated for a duplicate.</summary>
    public int? InvokeStatus { get; set; }

    /// <summary>The body of that response; compressed in the column.</summary>
    public string? InvokeBody { get; set; }

    /// <summary>The id that the channel assigned; outbound only.</summary>
    public string? ChannelActivityId { get; set; }

    /// <summary>Why the last delivery failed, without personal data; outbound only.</summary>
    public string? Problem { get; set; }
}

/// <summary>Who an activity comes from.</summary>
internal enum Direction
{
    /// <summary>From the user or the channel.</summary>
    Inbound,

    /// <summary>From the bot or an official.</summary>
    Outbound,
}

/// <summary>The progress of an activity: an inbound one through its turn, an outbound one to its channel.</summary>
internal enum Progress
{
    /// <summary>Inbound: its turn has not been committed yet. Outbound: not delivered yet.</summary>
    Pending,

    /// <summary>Inbound: its turn is committed. Outbound: the channel accepted it, or nothing has to be pushed to the channel.</summary>
    Done,

    /// <summary>Outbound only: could not be delivered; see <see cref="UndeliveredReason"/> for who may send it again.</summary>
    Undelivered,

    /// <summary>Outbound only: was given up, and a person dropped it.</summary>
    Dropped,
}

/// <summary>One state document.</summary>
internal sealed class StateRow
{
    public required string Key { get; init; }

    public long Version { get; set; }

    /// <summary>The document; compressed in the column.</summary>
    public required string Json { get; set; }
}
