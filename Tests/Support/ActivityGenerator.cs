using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>Generates objects that resemble activities: a type, and properties of the schema with valid or invalid values.</summary>
internal static class ActivityGenerator
{
    private static readonly string[] Types =
    [
        "message",
        "invoke",
        "event",
        "conversationUpdate",
        "installationUpdate",
        "messageReaction",
        "messageUpdate",
        "typing",
        "trace",
        "handoff",
        "",
        "x",
    ];

    private static readonly string[] ActivityProperties =
    [
        "id",
        "text",
        "value",
        "name",
        "action",
        "entities",
        "attachments",
        "membersAdded",
        "membersRemoved",
        "channelData",
        "replyToId",
        "deliveryMode",
        "locale",
        "suggestedActions",
        "relatesTo",
        "timestamp",
        "from",
        "conversation",
        "recipient",
        "textFormat",
        "unknown",
    ];

    private static readonly string[] Texts =
    [
        "",
        "xin chào",
        "expectReplies",
        "adaptiveCard/action",
        "message/submitAction",
        "fileConsent/invoke",
        "29:an",
        "28:bot",
        "add",
        "remove",
        "\ud83d\ude00",
        "{\"a\":1}",
        "HN-2026-000123-7",
    ];

    private static readonly string[] NestedProperties =
    [
        "id",
        "type",
        "action",
        "data",
        "verb",
        "actionName",
        "actionValue",
        "reaction",
        "feedback",
        "mentioned",
        "text",
        "@type",
        "contentType",
        "content",
    ];

    /// <summary>Each has a valid channel, service, sender and conversation, unless a generated property replaces it.</summary>
    public static Gen<string> Activities { get; } =
        from type in Gen.Elements(Types)
        from count in Gen.Choose(0, 6)
        from properties in Gen.Elements(ActivityProperties).Zip(ValueGen(3)).ListOf(count)
        select BuildActivityJson(type, properties);

    private static Gen<JsonNode?> ValueGen(int depth) =>
        depth == 0 ? ScalarGen() : Gen.OneOf(ScalarGen(), ArrayGen(depth - 1), ObjectGen(depth - 1));

    private static Gen<JsonNode?> ScalarGen() =>
        Gen.OneOf(
            Gen.Constant<JsonNode?>(null),
            Gen.Elements(Texts).Select(text => (JsonNode?)JsonValue.Create(text)),
            Gen.Choose(-5, 500).Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Elements(true, false).Select(flag => (JsonNode?)JsonValue.Create(flag))
        );

    private static Gen<JsonNode?> ArrayGen(int depth) =>
        from count in Gen.Choose(0, 3)
        from items in ValueGen(depth).ListOf(count)
        select (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())]);

    private static Gen<JsonNode?> ObjectGen(int depth) =>
        from count in Gen.Choose(0, 4)
        from pairs in Gen.Elements(NestedProperties).Zip(ValueGen(depth)).ListOf(count)
        select ToJsonObject(pairs);

    private static JsonNode? ToJsonObject(IEnumerable<(string, JsonNode?)> pairs)
    {
        var result = new JsonObject();
        foreach (var (name, value) in pairs)
        {
            result[name] = value?.DeepClone();
        }

        return result;
    }

    private static string BuildActivityJson(string type, IEnumerable<(string, JsonNode?)> properties)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["channelId"] = "msteams",
            ["serviceUrl"] = FakeAuthority.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = "29:an" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = "a:any" },
        };
        foreach (var (name, value) in properties)
        {
            activity[name] = value?.DeepClone();
        }

        return activity.ToJsonString();
    }
}
