using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector.Cards;

/// <summary>
/// A click on an <c>Action.Execute</c>, and how it is answered (Adaptive Cards: "Universal Actions"). Verb and data come from the client
/// and may be forged: rights are looked up from the sender and from what is stored.
/// </summary>
/// <param name="IsAutomatic">The client refreshes the card by itself: nothing may be changed.</param>
public sealed record CardInvoke(string Verb, JsonObject Data, bool IsAutomatic)
{
    public const string InvokeName = "adaptiveCard/action";

    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>The click; null when the invoke holds none.</summary>
    public static CardInvoke? Read(Activity invoke) =>
        invoke.Value is JsonObject value && value["action"] is JsonObject action
            ? new CardInvoke(
                CardTree.Text(action["verb"]) ?? "",
                action["data"] as JsonObject ?? [],
                CardTree.Text(value["trigger"]) == "automatic"
            )
            : null;

    /// <summary>The card takes the place of the one that was clicked.</summary>
    public static InvokeResponse Card(JsonObject card) =>
        Answer(StatusCodes.Status200OK, Attachment.AdaptiveCard, card.Parent is null ? card : card.DeepClone());

    /// <summary>The card stays; the text is shown.</summary>
    public static InvokeResponse Message(string text) => Answer(StatusCodes.Status200OK, MessageType, JsonValue.Create(text));

    public static InvokeResponse Error(int status, string code, string message) =>
        Answer(status, ErrorType, new JsonObject { ["code"] = code, ["message"] = message });

    /// <summary>The response itself is always 200; the status of the action stands in its body.</summary>
    private static InvokeResponse Answer(int status, string type, JsonNode value) =>
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
