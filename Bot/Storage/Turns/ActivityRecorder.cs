using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Compression;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>
/// Stores activities in their conversation: assigns sequence number, id and timestamp, and marks those that must be delivered.
/// </summary>
internal sealed class ActivityRecorder(IEnumerable<IChannelDelivery> deliveries, RecentConversationUsers recentUsers, TimeProvider time)
{
    private readonly IChannelDelivery[] deliveries = [.. deliveries];

    public static string ConversationKey(string? channelId, string? conversationId) => $"{channelId}/conversations/{conversationId}";

    /// <summary>Stores an inbound activity under the id that its channel assigned.</summary>
    /// <returns>The page that it makes; null, and nothing stored, when the conversation was erased.</returns>
    public TranscriptPage? RecordInbound(PreparedConnection connection, Activity activity, string? deduplicationKey)
    {
        var key = ConversationKey(activity.ChannelId, activity.Conversation?.Id);
        if (AllocateSequence(connection, key, activity.ChannelId, activity.Conversation?.Id, 1) is not var (sequence, timestamp))
        {
            return null;
        }

        SetIdAndTimestamp(activity, sequence, timestamp);
        var isShown = IsShownByClients(activity);
        var json = Insert(connection, key, sequence, Direction.Inbound, activity, deduplicationKey, isShown, Progress.Pending);
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
    /// <returns>The activities as they were stored, and the page that they make; null when nothing was stored.</returns>
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
        if (AllocateSequence(connection, key, channelId, conversationId, activities.Count) is not var (sequence, timestamp))
        {
            return ([], null);
        }

        var (shown, lastShown) = (new List<byte[]>(activities.Count), sequence - activities.Count);
        var progress = !isResponseBody && Array.Exists(deliveries, d => d.Serves(channelId ?? "")) ? Progress.Pending : Progress.Done;
        for (var i = 0; i < activities.Count; i++)
        {
            var remaining = activities.Count - 1 - i;
            if (channelId == ChannelIds.Directline && activities[i].Type == ActivityTypes.MessageUpdate)
            {
                // Direct Line clients show nothing for an update, but redraw a message that is sent again with the same id.
                activities[i].Type = ActivityTypes.Message;
            }

            SetIdAndTimestamp(activities[i], sequence - remaining, timestamp - remaining);
            var isShown = IsShownByClients(activities[i]);
            var json = Insert(connection, key, sequence - remaining, Direction.Outbound, activities[i], null, isShown, progress);
            if (isShown)
            {
                shown.Add(json);
                lastShown = sequence - remaining;
            }
        }

        return (activities, new TranscriptPage(sequence - activities.Count, shown, lastShown, sequence));
    }

    private static void SetIdAndTimestamp(Activity activity, long sequence, long timestamp)
    {
        activity.Id ??= ActivityIds.Create(activity.Conversation?.Id, sequence);
        activity.Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(timestamp);
    }

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
        connection.Execute(
            ActivitySql.InsertActivity,
            key,
            sequence,
            (int)direction,
            activity.Id == ActivityIds.Create(activity.Conversation?.Id, sequence) ? "" : activity.Id,
            deduplicationKey,
            activity.Timestamp!.Value.ToUnixTimeMilliseconds(),
            isShown,
            StoredText.Encode(json),
            (int)progress
        );
        return json;
    }

    /// <returns>Null when the conversation was erased.</returns>
    private (long Sequence, long Timestamp)? AllocateSequence(
        PreparedConnection connection,
        string key,
        string? channelId,
        string? conversationId,
        int count
    )
    {
        using var reader = connection
            .Command(ActivitySql.AllocateSequence, key, channelId, conversationId, (long)count, time.GetUtcNow().ToUnixTimeMilliseconds())
            .ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }
}
