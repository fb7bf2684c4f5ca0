using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>Articles of one high risk.</summary>
public sealed record RiskyArticles
{
    /// <summary>Keys, or beginnings of keys with <see cref="RiskList.More"/> at their end.</summary>
    public List<string> Articles { get; init; } = [];

    /// <summary>What is at stake.</summary>
    public LocalizedText Why { get; init; } = new("", "");
}

/// <summary>The articles that two persons must let go live: one approves, another publishes.</summary>
public static class RiskList
{
    public const string FileName = "risk-list.yaml";

    /// <summary>Marks the beginning of keys.</summary>
    public const char More = '…';

    public static IReadOnlyList<RiskyArticles> Default { get; } =
        YamlData.Load<List<RiskyArticles>>(Path.Combine(YamlData.Folder, "Policy", FileName));

    public static bool Contains(string key) => Default.Any(risk => risk.Articles.Exists(entry => Matches(entry, key)));

    /// <param name="entry">A key, or the beginning of keys.</param>
    public static bool Matches(string entry, string key)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(key);
        return entry.EndsWith(More) ? key.StartsWith(entry[..^1], StringComparison.Ordinal) : entry == key;
    }
}
