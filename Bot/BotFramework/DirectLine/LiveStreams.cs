using System.Collections.Concurrent;
using System.Text;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>The open web sockets, one for each conversation; ephemeral activities are sent directly to them.</summary>
internal sealed class LiveStreams(TimeProvider time) : IEphemeralSender
{
    private readonly ConcurrentDictionary<string, LiveStream> openStreams = new(StringComparer.Ordinal);

    public int Count => openStreams.Count;

    /// <summary>Runs the stream until it ends; an older one of the same conversation is closed with the reason <c>collision</c>.</summary>
    public async Task RunAsync(string conversationId, LiveStream stream, CancellationToken stopping)
    {
        openStreams.AddOrUpdate(
            conversationId,
            stream,
            (_, older) =>
            {
                older.Close("collision");
                return stream;
            }
        );
        try
        {
            await stream.RunAsync(stopping);
        }
        finally
        {
            openStreams.TryRemove(KeyValuePair.Create(conversationId, stream));
        }
    }

    /// <summary>
    /// Sends to the socket of the conversation if one is open; without a watermark, because the activity is not part of the transcript.
    /// </summary>
    public Task SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity is { ChannelId: ChannelIds.Directline, Conversation.Id: { } id } && openStreams.TryGetValue(id, out var stream))
        {
            activity.Id ??= $"{id}|{DirectLineTokens.NewId()}";
            activity.Timestamp = time.GetUtcNow();
            stream.EnqueueFrame(Encoding.UTF8.GetBytes("{\"activities\":[" + SchemaJson.ToJson(activity) + "]}"));
        }

        return Task.CompletedTask;
    }
}
