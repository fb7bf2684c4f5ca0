using System.Collections.Concurrent;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>The open web sockets, one for each conversation; ephemeral activities are sent directly to them.</summary>
internal sealed class LiveStreams(TimeProvider time) : IEphemeralSender
{
    private readonly ConcurrentDictionary<string, LiveStream> open = new(StringComparer.Ordinal);

    public int Count => open.Count;

    /// <summary>Runs the stream until it ends; an older one of the same conversation is closed with the reason <c>collision</c>.</summary>
    public async Task RunAsync(string conversationId, LiveStream stream, CancellationToken stopping)
    {
        open.AddOrUpdate(
            conversationId,
            stream,
            (_, older) =>
            {
                older.End("collision");
                return stream;
            }
        );
        try
        {
            await stream.RunAsync(stopping);
        }
        finally
        {
            open.TryRemove(KeyValuePair.Create(conversationId, stream));
        }
    }

    /// <summary>Sends to the conversation's socket if one is open; not part of the transcript, and so without a watermark.</summary>
    public Task SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity is { ChannelId: ChannelIds.Directline, Conversation.Id: { } id } && open.TryGetValue(id, out var stream))
        {
            activity.Id ??= $"{id}|{DirectLineTokens.NewId()}";
            activity.Timestamp = time.GetUtcNow();
            stream.Send("{\"activities\":[" + SchemaJson.ToJson(activity) + "]}");
        }

        return Task.CompletedTask;
    }
}
