using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>The body of <c>tokens/generate</c>.</summary>
public sealed record TokenParameters(ChannelAccount? User, IReadOnlyList<string>? TrustedOrigins);

/// <summary>The body of <c>POST conversations</c>.</summary>
/// <param name="ChannelData">Passed to the bot with the start of the conversation, such as the language of the page.</param>
public sealed record StartParameters(ChannelAccount? User, string? Locale, JsonNode? ChannelData = null);

/// <summary>The response of the token and conversation endpoints (Direct Line API 3.0, Conversation).</summary>
public sealed record ConversationGrant(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null
);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationGrant))]
internal sealed partial class GrantContext : JsonSerializerContext;
