using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// New threads in Teams channels (Teams: "Proactive messages", <c>POST /v3/conversations</c>). A thread is a conversation of its own, whose
/// id consists of the channel's and that of the first message.
/// </summary>
internal static class TeamsChannelThreads
{
    private const string MessageIdSeparator = ";messageid=";

    /// <summary>True for a conversation that is a channel itself and not one of its threads.</summary>
    public static bool IsChannel(Activity activity) =>
        activity is { ChannelId: ChannelIds.Msteams, Conversation: { ConversationType: "channel", Id: { } id } }
        && !id.Contains(MessageIdSeparator, StringComparison.Ordinal);

    /// <summary>The body that opens a thread in a channel.</summary>
    public static JsonObject CreateThreadBody(string teamsChannelId, Activity firstMessage) =>
        new()
        {
            ["isGroup"] = true,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = teamsChannelId } },
            ["activity"] = JsonSerializer.SerializeToNode(firstMessage, SchemaJson.TypeInfo<Activity>()),
        };

    /// <summary>The id of the thread that a message opened.</summary>
    public static string GetThreadId(string teamsChannelId, string messageId) => $"{teamsChannelId}{MessageIdSeparator}{messageId}";

    /// <summary>The id of the first message, from the response (<c>ConversationResourceResponse</c>); null when it states none.</summary>
    public static string? ReadMessageId(JsonObject? responseBody) =>
        CardTree.StringOrNull(responseBody?["activityId"])
        ?? (CardTree.StringOrNull(responseBody?["id"]) is { } threadId ? threadId[(threadId.LastIndexOf('=') + 1)..] : null);
}
