using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>A conversation on a channel, and how far its transcript has come.</summary>
internal sealed class ConversationRow
{
    /// <summary><c>{channelId}/conversations/{id}</c>, the key of its state document too.</summary>
    public required string Key { get; init; }

    public required string ChannelId { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The number of the latest activity; grows by one with each.</summary>
    public long LastSequence { get; set; }

    /// <summary>The latest timestamp given out, Unix milliseconds; grows with each activity.</summary>
    public long LastTimestamp { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; init; }
}

/// <summary>An activity in either direction: the inbox, the transcript and the outbox are this one table.</summary>
internal sealed class ActivityRow
{
    /// <summary>Order of arrival over all conversations.</summary>
    public long Number { get; init; }

    public required string ConversationKey { get; init; }

    /// <summary>Place in the conversation, from 1.</summary>
    public long Sequence { get; init; }

    public Direction Direction { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>What the sender repeats when it sends the same activity again; inbound only.</summary>
    public string? DeduplicationKey { get; init; }

    /// <summary>The service's clock, Unix milliseconds; grows within the conversation.</summary>
    public long Timestamp { get; init; }

    /// <summary>False for what belongs to the record but not to what a client shows, such as a conversationUpdate.</summary>
    public bool Shown { get; init; }

    /// <summary>The activity as the channel's client gets it.</summary>
    public required string Json { get; init; }

    public Progress Progress { get; set; }

    /// <summary>Failed deliveries so far; outbound only.</summary>
    public int Attempts { get; set; }

    /// <summary>Deliveries that may have arrived although the channel did not confirm them; outbound only.</summary>
    public int AmbiguousAttempts { get; set; }

    /// <summary>Not before this time, Unix milliseconds; outbound only.</summary>
    public long NextAttemptAt { get; set; }

    /// <summary>When its attempts began anew, Unix milliseconds; null when they began with <see cref="Timestamp"/>; outbound only.</summary>
    public long? DeliverySince { get; set; }

    /// <summary>Set exactly while <see cref="Progress"/> is <see cref="Turns.Progress.Parked"/>; null for rows that others wrote.</summary>
    public ParkedAs? ParkedAs { get; set; }

    /// <summary>What an invoke was answered with, to be repeated for a duplicate.</summary>
    public int? InvokeStatus { get; set; }

    public string? InvokeBody { get; set; }

    /// <summary>The id that the channel gave; outbound only.</summary>
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

/// <summary>How far an activity has come: an inbound one through its turn, an outbound one to its channel.</summary>
internal enum Progress
{
    Pending,
    Done,

    /// <summary>Outbound only: could not be delivered and will not be tried again by itself.</summary>
    Parked,

    /// <summary>Outbound only: was parked, and a person gave it up.</summary>
    Dropped,
}

/// <summary>One state document of a conversation or a user.</summary>
internal sealed class StateRow
{
    public required string Key { get; init; }

    public long Version { get; set; }

    public required string Json { get; set; }
}
