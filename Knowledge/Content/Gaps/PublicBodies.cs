using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Content.Gaps;

/// <summary>The bodies that own articles or can be asked, by their Vietnamese names.</summary>
public static class PublicBodies
{
    private static readonly FrozenDictionary<string, PublicBody> ByName = YamlData
        .Load<BodiesFile>(Path.Combine(YamlData.Folder, "Content", "bodies.yaml"))
        .Bodies.ToFrozenDictionary(body => body.Name.Vi, StringComparer.Ordinal);

    /// <summary>The body to which the assistant sends requests.</summary>
    public const string Department = "Sở Tài chính Hà Nội";

    /// <summary>Null when no body of the list has this Vietnamese name.</summary>
    public static PublicBody? Find(string name) => ByName.GetValueOrDefault(name);

    private sealed record BodiesFile
    {
        public List<PublicBody> Bodies { get; init; } = [];
    }
}

/// <summary>A body outside or inside the city's administration.</summary>
public sealed record PublicBody
{
    public LocalizedText Name { get; init; } = new("", "");

    /// <summary>Whether it is responsible for keeping articles right.</summary>
    public bool OwnsArticles { get; init; }
}
