using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Storage.Compression;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>Reads transcripts for Direct Line clients.</summary>
internal sealed class DirectLineTranscript(ReadConnectionPool readConnections, ConversationSignals signals, TimeProvider time)
    : IDirectLineTranscript
{
    /// <summary>How long the confirmation of an erasure can be read in its conversation, which then counts as unknown.</summary>
    public static readonly TimeSpan ErasureConfirmationLifetime = TimeSpan.FromMinutes(10);

    public TranscriptPage? Read(string conversationId, long after, int limit) =>
        readConnections.Read(connection => Read(connection, ConversationKey(conversationId), after, limit));

    public bool IsErased(string conversationId) =>
        readConnections.Read(connection =>
            connection.Command(ActivitySql.SelectErased, ConversationKey(conversationId)).ExecuteScalar() is not null
        );

    public IDisposable Listen(string conversationId, Action<TranscriptPage?> onNewActivities) =>
        signals.Listen(ConversationKey(conversationId), onNewActivities);

    private static string ConversationKey(string conversationId) => ActivityRecorder.ConversationKey(ChannelIds.Directline, conversationId);

    private TranscriptPage? Read(PreparedConnection connection, string key, long after, int limit)
    {
        var shownSince = (time.GetUtcNow() - ErasureConfirmationLifetime).ToUnixTimeMilliseconds();
        if (connection.Command(ActivitySql.SelectLastSequence, key, shownSince).ExecuteScalar() is not long lastSequence)
        {
            return null;
        }

        var start = Math.Min(after, lastSequence);
        var position = start;
        if (position == lastSequence)
        {
            return new TranscriptPage(position, [], position, lastSequence);
        }

        using var reader = connection.Command(ActivitySql.SelectTranscript, key, position, (long)limit).ExecuteReader();
        var activities = new List<byte[]>();
        while (reader.Read())
        {
            position = reader.GetInt64(0);
            activities.Add(StoredText.DecodeUtf8(reader.GetFieldValue<byte[]>(1)));
        }

        return new TranscriptPage(start, activities, position, lastSequence);
    }
}
