using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>Reads transcripts for Direct Line clients.</summary>
internal sealed class DirectLineTranscript(ReadPool reads, ConversationSignals signals) : IDirectLineTranscript
{
    public TranscriptPage? Read(string conversationId, long after, int limit) =>
        reads.Read(sql => Read(sql, Key(conversationId), after, limit));

    public IDisposable Listen(string conversationId, Action wake) => signals.Listen(Key(conversationId), wake);

    private static string Key(string conversationId) => ActivityRecorder.ConversationKey(ChannelIds.Directline, conversationId);

    private static TranscriptPage? Read(PreparedConnection sql, string key, long after, int limit)
    {
        if (sql.Command(ActivitySql.LastSequence, key).ExecuteScalar() is not long end)
        {
            return null;
        }

        var last = Math.Min(after, end);
        if (last == end)
        {
            return new TranscriptPage([], last, end);
        }

        using var rows = sql.Command(ActivitySql.Transcript, key, last, (long)limit).ExecuteReader();
        var activities = new List<string>();
        while (rows.Read())
        {
            last = rows.GetInt64(0);
            activities.Add(rows.GetString(1));
        }

        return new TranscriptPage(activities, last, end);
    }
}
