using System.Net;
using System.Text.Json;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>Which answers of a channel's service are worth another try (Teams: "Status codes from bot conversational APIs").</summary>
internal static class ConnectorErrors
{
    private static readonly HashSet<string> Ending = new(StringComparer.Ordinal)
    {
        "ConversationBlockedByUser",
        "BotNotInConversationRoster",
        "BotDisabledByAdmin",
        "MessageWritesBlocked",
        "BotNotRegistered",
        "ConversationNotFound",
    };

    public static bool IsTransient(HttpStatusCode status) =>
        status
            is HttpStatusCode.TooManyRequests
                or HttpStatusCode.PreconditionFailed
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    /// <summary>The bot's token is no longer taken; another may be.</summary>
    public static bool IsStaleToken(HttpStatusCode status, string body) =>
        status == HttpStatusCode.Unauthorized && !Ending.Contains(Code(body));

    /// <summary>The conversation will take nothing any more; its reference is to be marked inactive.</summary>
    public static bool Ends(HttpStatusCode status, string code) =>
        Ending.Contains(code) || (status == HttpStatusCode.NotFound && code.Length == 0);

    /// <summary>The code of an error body <c>{"error":{"code":"…"}}</c>; empty when there is none.</summary>
    public static string Code(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code)
                && code.ValueKind == JsonValueKind.String
                ? code.GetString()!
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
