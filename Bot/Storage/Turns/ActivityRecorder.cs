using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>
/// Stores activities in their conversation: assigns sequence number, id and timestamp, and marks activities that must be delivered.
/// </summary>
internal sealed class ActivityRecorder(IEnumerable<IChannelDelivery> deliveries, TimeProvider time)
{
    private readonly IChannelDelivery[] deliveries = [.. deliveries];

    public static string ConversationKey(string? channelId, string? conversationId) => $"{channelId}/conversations/{conversationId}";

    /// <summary>Stores an inbound activity under the id that its channel assigned.</summary>
    public void Inbound(PreparedConnection sql, Activity activity, string deduplicationKey)
    {
        var key = ConversationKey(activity.ChannelId, activity.Conversation?.Id);
        var (sequence, timestamp) = Take(sql, key, activity.ChannelId, activity.Conversation?.Id, 1);
        Stamp(activity, sequence, timestamp);
        Insert(sql, key, sequence, Direction.Inbound, activity, deduplicationKey, Shows(activity), Progress.Pending);
    }

    /// <summary>Stores outgoing activities of one conversation in order, adapted to its channel.</summary>
    /// <param name="isAnswer">True when they are the body of the response to the request and must not be pushed.</param>
    /// <returns>The activities as they were stored.</returns>
    public IReadOnlyList<Activity> Outbound(
        PreparedConnection sql,
        string? channelId,
        string? conversationId,
        IReadOnlyList<Activity> decided,
        bool isAnswer = false
    )
    {
        if (decided.Count == 0)
        {
            return [];
        }

        var activities = ChannelShape.Apply(channelId, decided);
        var key = ConversationKey(channelId, conversationId);
        var (sequence, timestamp) = Take(sql, key, channelId, conversationId, activities.Count);
        var progress = !isAnswer && Array.Exists(deliveries, d => d.Serves(channelId ?? "")) ? Progress.Pending : Progress.Done;
        for (var i = 0; i < activities.Count; i++)
        {
            var behind = activities.Count - 1 - i;
            if (channelId == ChannelIds.Directline && activities[i].Type == ActivityTypes.MessageUpdate)
            {
                // Clients blank an update, but redraw a message that is sent again with the same id.
                activities[i].Type = ActivityTypes.Message;
            }

            Stamp(activities[i], sequence - behind, timestamp - behind);
            Insert(sql, key, sequence - behind, Direction.Outbound, activities[i], null, Shows(activities[i]), progress);
        }

        return activities;
    }

    private static void Stamp(Activity activity, long sequence, long timestamp)
    {
        activity.Id ??= $"{activity.Conversation?.Id}|{sequence:D7}";
        activity.Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(timestamp);
    }

    private static bool Shows(Activity activity) =>
        activity.Type is ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.EndOfConversation or ActivityTypes.MessageReaction;

    private static void Insert(
        PreparedConnection sql,
        string key,
        long sequence,
        Direction direction,
        Activity activity,
        string? deduplicationKey,
        bool shown,
        Progress progress
    ) =>
        sql.Execute(
            ActivitySql.Insert,
            key,
            sequence,
            (int)direction,
            activity.Id,
            deduplicationKey,
            activity.Timestamp!.Value.ToUnixTimeMilliseconds(),
            shown,
            SchemaJson.ToJson(activity),
            (int)progress
        );

    private (long Sequence, long Timestamp) Take(PreparedConnection sql, string key, string? channelId, string? conversationId, int count)
    {
        using var reader = sql.Command(
                ActivitySql.Take,
                key,
                channelId,
                conversationId,
                (long)count,
                time.GetUtcNow().ToUnixTimeMilliseconds()
            )
            .ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
