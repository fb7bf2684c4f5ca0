using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// A reply that is updated while it is generated (Teams: "Stream bot messages"), in 1:1 chats and on Direct Line only: each
/// chunk contains all text so far, about one chunk a second, for at most two minutes. Elsewhere, and when the channel
/// refuses streaming, the reply is one message.
/// </summary>
/// <param name="connector">Null where no channel is pushed to.</param>
internal sealed class StreamingResponse(ITurnContext turn, ConnectorClient? connector, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly DateTimeOffset started = time.GetUtcNow();
    private DateTimeOffset last = DateTimeOffset.MinValue;
    private string text = "";
    private string? streamId;
    private int sequence;
    private bool isRefused;

    /// <summary>The user stopped the reply: nothing more is sent.</summary>
    public bool IsStopped => isRefused && streamId is not null;

    private bool IsWeb => turn.Activity.ChannelId == ChannelIds.Directline;

    private bool MayStream =>
        (IsWeb || (turn.Activity.ChannelId == ChannelIds.Msteams && connector is not null))
        && !turn.Activity.IsInGroup()
        && !isRefused
        && time.GetUtcNow() - started < Longest;

    /// <summary>Shows what the bot is doing, before there is text.</summary>
    public Task InformAsync(string doing, CancellationToken cancellationToken) =>
        text.Length == 0 ? ChunkAsync(doing, "informative", cancellationToken) : Task.CompletedTask;

    /// <summary>Appends to the text; shown with the next chunk.</summary>
    public Task AppendAsync(string piece, CancellationToken cancellationToken)
    {
        text += piece;
        return ChunkAsync(text, "streaming", cancellationToken);
    }

    /// <summary>Ends the reply: the message is stored and delivered with the turn, as the end of the stream if there is one.</summary>
    public async Task EndAsync(Activity message, CancellationToken cancellationToken)
    {
        if (IsStopped)
        {
            return;
        }

        if (streamId is not null && IsWeb)
        {
            message.ChannelData = Data(message.ChannelData as JsonObject ?? [], "final", null);
        }
        else if (streamId is not null && MayStream)
        {
            message.Entities = [.. message.Entities ?? [], Info("final", null)];
        }

        await turn.SendActivityAsync(message, cancellationToken);
    }

    private async Task ChunkAsync(string content, string kind, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!MayStream || now - last < Pace)
        {
            return;
        }

        last = now;
        var chunk = new Activity { Type = ActivityTypes.Typing, Text = content };
        if (IsWeb)
        {
            chunk.ChannelData = Data([], kind, sequence + 1);
            await turn.SendActivityAsync(chunk, cancellationToken);
            sequence++;
            streamId ??= chunk.Id; // Null while no client is connected: then the reply is one message.
            return;
        }

        chunk.Entities = [Info(kind, sequence + 1)];
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

    private Entity Info(string kind, int? number)
    {
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["streamType"] = Json($"\"{kind}\"") };
        if (number is { } place)
        {
            properties["streamSequence"] = Json(place.ToString(CultureInfo.InvariantCulture));
        }

        if (streamId is not null)
        {
            properties["streamId"] = JsonSerializer.SerializeToElement(streamId);
        }

        return new Entity { Type = "streaminfo", Properties = properties };
    }

    /// <summary>The stream information in the form that Web Chat reads.</summary>
    private JsonObject Data(JsonObject data, string kind, int? number)
    {
        data["streamType"] = kind;
        if (number is { } place)
        {
            data["streamSequence"] = place;
        }

        if (streamId is not null)
        {
            data["streamId"] = streamId;
        }

        return data;
    }

    private static JsonElement Json(string json) => JsonElement.Parse(json);
}
