using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyAssistantBot.BotFramework.Schema;

/// <summary>A source that a message cites.</summary>
/// <param name="Name">At most 80 characters are shown.</param>
/// <param name="Abstract">At most 160 characters are shown.</param>
/// <param name="Url">Where the source can be read; null when it is not published.</param>
public sealed record CitedSource(string Name, string? Abstract, string? Url = null);

/// <summary>
/// The entity that describes a message: whether a language model worded it, and its citations (Teams: "AI-generated bot messages"). A
/// message has at most one, and the positions of its citations are the numbers in brackets in the text.
/// </summary>
public static class MessageEntity
{
    public const string EntityType = "https://schema.org/Message";
    public const int MaxCitations = 20;

    private const int MaxNameLength = 80;
    private const int MaxAbstractLength = 160;

    /// <param name="isGenerated">True when a language model worded the message: channels then label it "AI generated".</param>
    public static Entity Create(IReadOnlyList<CitedSource> sources, bool isGenerated)
    {
        var content = new JsonObject
        {
            ["@type"] = "Message",
            ["@context"] = "https://schema.org",
            ["@id"] = "",
        };
        if (isGenerated)
        {
            content["additionalType"] = new JsonArray("AIGeneratedContent");
        }

        if (sources.Count > 0)
        {
            content["citation"] = new JsonArray([.. sources.Take(MaxCitations).Select(BuildClaim)]);
        }

        return new Entity
        {
            Type = EntityType,
            Properties = content.ToDictionary(p => p.Key, p => JsonSerializer.SerializeToElement(p.Value), StringComparer.Ordinal),
        };
    }

    public static bool IsMessageEntity(Entity entity) => entity.Type == EntityType;

    /// <summary>The number of sources that the entity cites.</summary>
    public static int CountCitations(Entity entity) =>
        entity.Properties?.TryGetValue("citation", out var list) == true && list.ValueKind == JsonValueKind.Array
            ? list.GetArrayLength()
            : 0;

    /// <summary>The names of the sources that the entity cites, in order.</summary>
    public static IReadOnlyList<string> ReadSourceNames(Entity entity) =>
        entity.Properties?.TryGetValue("citation", out var list) == true && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(ReadSourceName).OfType<string>()]
            : [];

    /// <summary>The citation mark in the text for the source with this number, from 1.</summary>
    public static string CitationMark(int position) => string.Create(CultureInfo.InvariantCulture, $"[{position}]");

    private static string? ReadSourceName(JsonElement claim) =>
        claim.ValueKind == JsonValueKind.Object
        && claim.TryGetProperty("appearance", out var appearance)
        && appearance.ValueKind == JsonValueKind.Object
        && appearance.TryGetProperty("name", out var name)
        && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;

    private static JsonNode BuildClaim(CitedSource source, int index)
    {
        var appearance = new JsonObject { ["@type"] = "DigitalDocument", ["name"] = Truncate(source.Name, MaxNameLength) };
        if (source.Abstract is not null)
        {
            appearance["abstract"] = Truncate(source.Abstract, MaxAbstractLength);
        }

        if (source.Url is not null)
        {
            appearance["url"] = source.Url;
        }

        return new JsonObject
        {
            ["@type"] = "Claim",
            ["position"] = index + 1,
            ["appearance"] = appearance,
        };
    }

    private static string Truncate(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return $"{text[..end]}…";
    }
}
