using System.Globalization;
using System.Text.Json;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// A reply that grows while it is written (Teams: "Stream bot messages"), in 1:1 chats only: each chunk holds all text so far, about one a
/// second, for two minutes at most. Anywhere else, and when the channel will not have it, the reply comes whole.
/// </summary>
internal sealed class StreamingResponse(ITurnContext turn, ConnectorClient connector, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly DateTimeOffset started = time.GetUtcNow();
    private DateTimeOffset last = DateTimeOffset.MinValue;
    private string text = "";
    private string? streamId;
    private int sequence;
    private bool isRefused;

    /// <summary>The user stopped the reply: nothing more is to be written.</summary>
    public bool IsStopped => isRefused && streamId is not null;

    private bool MayStream =>
        turn.Activity.ChannelId == ChannelIds.Msteams && !turn.Activity.IsInGroup() && !isRefused && time.GetUtcNow() - started < Longest;

    /// <summary>Says what is being done, before there is text.</summary>
    public Task InformAsync(string doing, CancellationToken cancellationToken) => text.Length == 0 ? ChunkAsync(doing, "informative", cancellationToken) : Task.CompletedTask;

    /// <summary>Adds to the text; shown at the next beat.</summary>
    public Task AppendAsync(string piece, CancellationToken cancellationToken)
    {
        text += piece;
        return ChunkAsync(text, "streaming", cancellationToken);
    }

    /// <summary>Ends the reply: the message is stored and delivered with the turn, as the end of the stream if there is one.</summary>
    public async Task EndAsync(Activity message, CancellationToken cancellationToken)
    {
        if (IsStopped)
            return;
        if (streamId is not null && MayStream)
            message.Entities = [.. message.Entities ?? [], Info("final", null)];
        await turn.SendActivityAsync(message, cancellationToken);
    }

    private async Task ChunkAsync(string content, string kind, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!MayStream || now - last < Pace)
            return;
        last = now;
        var chunk = new Activity { Type = ActivityTypes.Typing, Text = content, Entities = [Info(kind, sequence + 1)] };
        chunk.ApplyConversationReference(turn.Activity.GetConversationReference());
        switch (await connector.SendAsync(chunk, cancellationToken))
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
            properties["streamSequence"] = Json(place.ToString(CultureInfo.InvariantCulture));
        if (streamId is not null)
            properties["streamId"] = JsonSerializer.SerializeToElement(streamId);
        return new Entity { Type = "streaminfo", Properties = properties };
    }

    private static JsonElement Json(string json) => JsonElement.Parse(json);
}
