using System.Net;
using System.Text.Json;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>Classifies the error responses of a channel's service (Teams: "Status codes from bot conversational APIs").</summary>
internal static class ConnectorErrors
{
    /// <summary>Error codes after which the conversation accepts no messages any more.</summary>
    private static readonly HashSet<string> ConversationEndedCodes = new(StringComparer.Ordinal)
    {
        "ConversationBlockedByUser",
        "BotNotInConversationRoster",
        "BotDisabledByAdmin",
        "MessageWritesBlocked",
        "BotNotRegistered",
        "ConversationNotFound",
    };

    /// <summary>The service did not process the call, and a later one may succeed: it is safe to repeat.</summary>
    public static bool IsRetryable(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.ServiceUnavailable;

    /// <summary>The service, or a proxy in front of it, failed after it had received the call.</summary>
    public static bool IsAmbiguous(HttpStatusCode status) => status == HttpStatusCode.RequestTimeout || (int)status >= 500;

    /// <summary>The bot's token is no longer accepted; a new one may be.</summary>
    public static bool IsStaleToken(HttpStatusCode status, string body) =>
        status == HttpStatusCode.Unauthorized && !ConversationEndedCodes.Contains(ReadErrorCode(body));

    /// <summary>The conversation accepts no messages any more; its reference is to be marked inactive.</summary>
    public static bool IsConversationEnded(HttpStatusCode status, string code) =>
        ConversationEndedCodes.Contains(code) || (status == HttpStatusCode.NotFound && code.Length == 0);

    /// <summary>The code of an error body <c>{"error":{"code":"…"}}</c>; empty when there is none.</summary>
    public static string ReadErrorCode(string body)
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
