using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Compression;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>
/// Stores activities in their conversation: assigns sequence number, id and timestamp, and marks those that must be pushed to the channel.
/// </summary>
internal sealed class ActivityRecorder(IEnumerable<IChannelSender> senders, RecentConversationUsers recentUsers, TimeProvider time)
{
    private readonly IChannelSender[] senders = [.. senders];

    public static string ConversationKey(string? channelId, string? conversationId) => $"{channelId}/conversations/{conversationId}";

    /// <summary>Stores an inbound activity under the id that its channel assigned.</summary>
    /// <returns>
    /// The page of the transcript that holds this activity, for open streams; null when the conversation was erased, and then nothing is
    /// stored.
    /// </returns>
    public TranscriptPage? RecordInbound(PreparedConnection connection, Activity activity, string? deduplicationKey)
    {
        var key = ConversationKey(activity.ChannelId, activity.Conversation?.Id);
        if (AllocateSequences(connection, key, activity.ChannelId, activity.Conversation?.Id, count: 1) is not var (sequence, timestamp))
        {
            return null;
        }

        SetIdAndTimestamp(activity, sequence, timestamp);
        var isShown = IsShownByClients(activity);
        var json = Insert(connection, key, sequence, Direction.Inbound, activity, deduplicationKey, isShown, Progress.Pending);
        // A cache of the users who are recorded already saves the statement for all but their first message.
        if (activity.From?.Id is { } userId && !recentUsers.Contains(key, userId))
        {
            connection.Execute(ActivitySql.InsertConversationUser, activity.ChannelId, userId, key);
        }

        return new TranscriptPage(sequence - 1, isShown ? [json] : [], sequence, sequence);
    }

    /// <summary>
    /// Stores outgoing activities of one conversation in order, adapted to its channel; none when the conversation was erased.
    /// </summary>
    /// <param name="isResponseBody">True when they are the body of the response to the request and must not be pushed.</param>
    /// <returns>The activities as they were stored, and the page of the transcript that holds them; null when nothing was stored.</returns>
    public (IReadOnlyList<Activity> Activities, TranscriptPage? Page) RecordOutbound(
        PreparedConnection connection,
        string? channelId,
        string? conversationId,
        IReadOnlyList<Activity> outgoing,
        bool isResponseBody = false
    )
    {
        if (outgoing.Count == 0)
        {
            return ([], null);
        }

        var activities = ChannelFormatter.Format(channelId, outgoing);
        var key = ConversationKey(channelId, conversationId);
        if (AllocateSequences(connection, key, channelId, conversationId, activities.Count) is not var (lastSequence, lastTimestamp))
        {
            return ([], null);
        }

        var sequenceBefore = lastSequence - activities.Count;
        var (shown, lastShownSequence) = (new List<byte[]>(activities.Count), sequenceBefore);
        var progress =
            !isResponseBody && Array.Exists(senders, sender => sender.Serves(channelId ?? "")) ? Progress.Pending : Progress.Done;
        for (var i = 0; i < activities.Count; i++)
        {
            // The numbers and timestamps of a batch are consecutive and end with the allocated ones.
            var remaining = activities.Count - 1 - i;
            var (sequence, timestamp) = (lastSequence - remaining, lastTimestamp - remaining);
            if (channelId == ChannelIds.Directline && activities[i].Type == ActivityTypes.MessageUpdate)
            {
                // Direct Line clients show nothing for an update, but redraw a message that is sent again with the same id.
                activities[i].Type = ActivityTypes.Message;
            }

            SetIdAndTimestamp(activities[i], sequence, timestamp);
            var isShown = IsShownByClients(activities[i]);
            var json = Insert(connection, key, sequence, Direction.Outbound, activities[i], null, isShown, progress);
            if (isShown)
            {
                shown.Add(json);
                lastShownSequence = sequence;
            }
        }

        return (activities, new TranscriptPage(sequenceBefore, shown, lastShownSequence, lastSequence));
    }

    private static void SetIdAndTimestamp(Activity activity, long sequence, long timestamp)
    {
        activity.Id ??= ActivityIds.Create(activity.Conversation?.Id, sequence);
        activity.Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(timestamp);
    }

    /// <summary>Whether clients draw activities of this type; the others only count in the transcript.</summary>
    private static bool IsShownByClients(Activity activity) =>
        activity.Type is ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.EndOfConversation or ActivityTypes.MessageReaction;

    /// <returns>The activity as clients receive it.</returns>
    private static byte[] Insert(
        PreparedConnection connection,
        string key,
        long sequence,
        Direction direction,
        Activity activity,
        string? deduplicationKey,
        bool isShown,
        Progress progress
    )
    {
        var json = SchemaJson.ToUtf8Json(activity);

        // An id that follows from the sequence number is not stored again, which keeps the rows and their index small.
        var storedId = activity.Id == ActivityIds.Create(activity.Conversation?.Id, sequence) ? "" : activity.Id;
        connection.Execute(
            ActivitySql.InsertActivity,
            key,
            sequence,
            (int)direction,
            storedId,
            deduplicationKey,
            activity.Timestamp!.Value.ToUnixTimeMilliseconds(),
            isShown,
            StoredText.Encode(json),
            (int)progress
        );
        return json;
    }

    /// <summary>Allocates consecutive sequence numbers and timestamps in milliseconds.</summary>
    /// <returns>The last of them; null when the conversation was erased.</returns>
    private (long Sequence, long Timestamp)? AllocateSequences(
        PreparedConnection connection,
        string key,
        string? channelId,
        string? conversationId,
        int count
    )
    {
        using var reader = connection
            .Command(ActivitySql.AllocateSequences, key, channelId, conversationId, (long)count, time.GetUtcNow().ToUnixTimeMilliseconds())
            .ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }
}
