using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// A reply that is updated while it is generated (Teams: "Stream bot messages"), in 1:1 chats and on Direct Line only: each
/// chunk contains all text so far; one chunk per second, for at most two minutes. Elsewhere, and when the channel
/// refuses streaming, the reply is one message.
/// </summary>
/// <param name="connector">Null if no channel is configured that messages are pushed to.</param>
internal sealed class StreamingResponse(ITurnContext turn, ConnectorClient? connector, TimeProvider time)
{
    private static readonly TimeSpan ChunkInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxDuration = TimeSpan.FromMinutes(2);

    private readonly DateTimeOffset startedAt = time.GetUtcNow();
    private DateTimeOffset lastChunkAt = DateTimeOffset.MinValue;
    private string text = "";
    private string? streamId;
    private int sequence;
    private bool isRefused;

    /// <summary>The user stopped the reply: nothing more is sent.</summary>
    public bool IsStopped => isRefused && streamId is not null;

    private bool IsDirectLine => turn.Activity.ChannelId == ChannelIds.Directline;

    private bool CanStream =>
        (IsDirectLine || (turn.Activity.ChannelId == ChannelIds.Msteams && connector is not null))
        && !turn.Activity.IsInGroup()
        && !isRefused
        && time.GetUtcNow() - startedAt < MaxDuration;

    /// <summary>Shows what the bot is doing, before there is text.</summary>
    public Task ShowProgressAsync(string progressText, CancellationToken cancellationToken) =>
        text.Length == 0 ? SendChunkAsync(progressText, "informative", cancellationToken) : Task.CompletedTask;

    /// <summary>Appends to the text; shown with the next chunk.</summary>
    public Task AppendAsync(string addedText, CancellationToken cancellationToken)
    {
        text += addedText;
        return SendChunkAsync(text, "streaming", cancellationToken);
    }

    /// <summary>Ends the reply: the message is stored and delivered with the turn, as the end of the stream if there is one.</summary>
    public async Task EndAsync(Activity message, CancellationToken cancellationToken)
    {
        if (IsStopped)
        {
            return;
        }

        if (streamId is not null && IsDirectLine)
        {
            message.ChannelData = AddStreamInfo(message.ChannelData as JsonObject ?? [], "final", null);
        }
        else if (streamId is not null && CanStream)
        {
            message.Entities = [.. message.Entities ?? [], CreateStreamInfo("final", null)];
        }

        await turn.SendActivityAsync(message, cancellationToken);
    }

    private async Task SendChunkAsync(string content, string streamType, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!CanStream || now - lastChunkAt < ChunkInterval)
        {
            return;
        }

        lastChunkAt = now;
        var chunk = new Activity { Type = ActivityTypes.Typing, Text = content };
        if (IsDirectLine)
        {
            chunk.ChannelData = AddStreamInfo([], streamType, sequence + 1);
            await turn.SendActivityAsync(chunk, cancellationToken);
            sequence++;
            streamId ??= chunk.Id; // Null while no client is connected: then the reply is one message.
            return;
        }

        chunk.Entities = [CreateStreamInfo(streamType, sequence + 1)];
        chunk.ApplyConversationReference(turn.Activity.GetConversationReference());
        switch (await connector!.SendAsync(chunk, cancellationToken))
        {
            case ConnectorResult.Done done:
                sequence++;
                streamId ??= done.Id;
                break;
            case ConnectorResult.Refused:
                isRefused = true;
                break;
        }
    }

    private Entity CreateStreamInfo(string streamType, int? chunkNumber)
    {
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["streamType"] = ParseJson($"\"{streamType}\"") };
        if (chunkNumber is { } place)
        {
            properties["streamSequence"] = ParseJson(place.ToString(CultureInfo.InvariantCulture));
        }

        if (streamId is not null)
        {
            properties["streamId"] = JsonSerializer.SerializeToElement(streamId);
        }

        return new Entity { Type = "streaminfo", Properties = properties };
    }

    /// <summary>The stream information in the form that Web Chat reads.</summary>
    private JsonObject AddStreamInfo(JsonObject data, string streamType, int? chunkNumber)
    {
        data["streamType"] = streamType;
        if (chunkNumber is { } place)
        {
            data["streamSequence"] = place;
        }

        if (streamId is not null)
        {
            data["streamId"] = streamId;
        }

        return data;
    }

    private static JsonElement ParseJson(string json) => JsonElement.Parse(json);
}
