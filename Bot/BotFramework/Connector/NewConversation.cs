using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>The bodies with which conversations are opened (Bot Connector: <c>POST /v3/conversations</c>).</summary>
public static class NewConversation
{
    /// <summary>A 1:1 conversation with a member of a tenant in which the bot is installed.</summary>
    /// <param name="userId">The member's id on the channel.</param>
    /// <param name="tenantId">Opaque.</param>
    public static JsonObject Personal(ChannelAccount bot, string userId, string tenantId) =>
        new()
        {
            ["isGroup"] = false,
            ["bot"] = Json(bot),
            ["members"] = new JsonArray(new JsonObject { ["id"] = userId }),
            ["tenantId"] = tenantId,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenantId } },
        };

    /// <summary>A new post in a channel of a team, with its first message.</summary>
    public static JsonObject ChannelPost(string teamsChannelId, Activity first) =>
        new()
        {
            ["isGroup"] = true,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = teamsChannelId } },
            ["activity"] = Json(first),
        };

    private static JsonNode? Json<T>(T value) => JsonSerializer.SerializeToNode(value, SchemaJson.TypeInfo<T>());
}
