using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector.Cards;

/// <summary>Traverses Adaptive Cards.</summary>
internal static class CardTree
{
    public const string Execute = "Action.Execute";
    public const string Submit = "Action.Submit";

    /// <summary>The Adaptive Cards of an activity.</summary>
    public static IEnumerable<JsonObject> Cards(Activity activity) =>
        (activity.Attachments ?? []).Where(a => a.ContentType == Attachment.AdaptiveCard).Select(a => a.Content).OfType<JsonObject>();

    /// <summary>All objects of the tree, the root first.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject found:
                yield return found;
                foreach (var inner in found.Where(p => p.Key != "data").SelectMany(p => Objects(p.Value)))
                {
                    yield return inner;
                }

                break;
            case JsonArray array:
                foreach (var inner in array.SelectMany(Objects))
                {
                    yield return inner;
                }

                break;
        }
    }

    public static string? Type(JsonObject node) => Text(node["type"]);

    /// <summary>A JSON string; null for anything else.</summary>
    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
