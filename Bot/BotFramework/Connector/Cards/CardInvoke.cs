using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector.Cards;

/// <summary>
/// A click on an <c>Action.Execute</c> and its responses (Adaptive Cards: "Universal Actions"). Verb and data come from the client and may
/// be forged: permissions must depend only on the sender and the stored state.
/// </summary>
/// <param name="IsAutomatic">The client refreshes the card automatically: nothing may be changed.</param>
public sealed record CardInvoke(string Verb, JsonObject Data, bool IsAutomatic)
{
    public const string InvokeName = "adaptiveCard/action";

    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>The click; null when the invoke does not contain one.</summary>
    public static CardInvoke? Read(Activity invoke) =>
        invoke.Value is JsonObject value && value["action"] is JsonObject action
            ? new CardInvoke(
                CardTree.StringOrNull(action["verb"]) ?? "",
                action["data"] as JsonObject ?? [],
                CardTree.StringOrNull(value["trigger"]) == "automatic"
            )
            : null;

    /// <summary>A card that replaces the clicked one.</summary>
    public static InvokeResponse CreateCardResponse(JsonObject card) =>
        CreateResponse(StatusCodes.Status200OK, Attachment.AdaptiveCard, card.Parent is null ? card : card.DeepClone());

    /// <summary>A text that is shown while the card stays.</summary>
    public static InvokeResponse CreateMessageResponse(string text) =>
        CreateResponse(StatusCodes.Status200OK, MessageType, JsonValue.Create(text));

    public static InvokeResponse CreateErrorResponse(int status, string code, string message) =>
        CreateResponse(status, ErrorType, new JsonObject { ["code"] = code, ["message"] = message });

    /// <summary>The HTTP status is always 200; the status of the action is in the body.</summary>
    private static InvokeResponse CreateResponse(int status, string type, JsonNode value) =>
        new(
            StatusCodes.Status200OK,
            new JsonObject
            {
                ["statusCode"] = status,
                ["type"] = type,
                ["value"] = value,
            }
        );
}
