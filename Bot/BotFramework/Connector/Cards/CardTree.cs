using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector.Cards;

/// <summary>Traverses Adaptive Cards.</summary>
internal static class CardTree
{
    public const string ExecuteAction = "Action.Execute";
    public const string SubmitAction = "Action.Submit";

    /// <summary>The Adaptive Cards of an activity.</summary>
    public static IEnumerable<JsonObject> GetCards(Activity activity) =>
        (activity.Attachments ?? []).Where(a => a.ContentType == Attachment.AdaptiveCard).Select(a => a.Content).OfType<JsonObject>();

    /// <summary>
    /// All objects of the tree, the root first; except <c>data</c>, which is the payload of an action and no part of the card.
    /// </summary>
    public static IEnumerable<JsonObject> DescendantObjects(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject found:
                yield return found;
                foreach (var inner in found.Where(p => p.Key != "data").SelectMany(p => DescendantObjects(p.Value)))
                {
                    yield return inner;
                }

                break;
            case JsonArray array:
                foreach (var inner in array.SelectMany(DescendantObjects))
                {
                    yield return inner;
                }

                break;
        }
    }

    public static string? ReadType(JsonObject node) => StringOrNull(node["type"]);

    /// <summary>The value of a JSON string; null for any other node.</summary>
    public static string? StringOrNull(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
