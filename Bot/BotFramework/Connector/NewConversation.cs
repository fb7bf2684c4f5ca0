using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// New threads in Teams channels (Teams: "Proactive messages", <c>POST /v3/conversations</c>). A thread is a conversation of its own, whose
/// id consists of the channel's and that of the first message.
/// </summary>
internal static class NewConversation
{
    private const string FirstMessage = ";messageid=";

    /// <summary>True for a conversation that is a channel itself and not one of its threads.</summary>
    public static bool IsChannel(Activity activity) =>
        activity is { ChannelId: ChannelIds.Msteams, Conversation: { ConversationType: "channel", Id: { } id } }
        && !id.Contains(FirstMessage, StringComparison.Ordinal);

    /// <summary>The body that opens a thread in a channel.</summary>
    public static JsonObject ChannelPost(string teamsChannelId, Activity first) =>
        new()
        {
            ["isGroup"] = true,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = teamsChannelId } },
            ["activity"] = JsonSerializer.SerializeToNode(first, SchemaJson.TypeInfo<Activity>()),
        };

    /// <summary>The id of the thread that a message opened.</summary>
    public static string ThreadId(string teamsChannelId, string messageId) => $"{teamsChannelId}{FirstMessage}{messageId}";

    /// <summary>The id of the first message, from the answer (<c>ConversationResourceResponse</c>); null when it states none.</summary>
    public static string? MessageId(JsonObject? answer) =>
        CardTree.Text(answer?["activityId"])
        ?? (CardTree.Text(answer?["id"]) is { } thread ? thread[(thread.LastIndexOf('=') + 1)..] : null);
}
