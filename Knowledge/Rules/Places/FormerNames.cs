using PolicyAssistantBot.Knowledge.Language;
using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules.Places;

/// <summary>A former name of a public body or a place that people still use.</summary>
public sealed record FormerName
{
    public string Key { get; init; } = "";

    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>The first day on which the old name was no longer valid.</summary>
    [YamlMember(Alias = "since")]
    public DateOnly InvalidSince { get; init; }

    /// <summary>The old name can refer to several places now: the user must choose.</summary>
    [YamlMember(Alias = "ask")]
    public bool NeedsChoice { get; init; }

    public LocalizedText Text { get; init; } = new("", "");

    /// <summary>The key of the article that explains it; empty when there is none.</summary>
    [YamlMember(Alias = "article")]
    public string ArticleKey { get; init; } = "";
}

/// <summary>Finds former names of public bodies and places in a text. Former documents are in the legal register.</summary>
public static class FormerNames
{
    public static IReadOnlyList<FormerName> All { get; } = RuleData.Load<List<FormerName>>("old-names.yaml");

    private static readonly (string Form, FormerName Name)[] Forms =
    [
        .. All.SelectMany(name => name.Forms.Select(form => (Form: $" {NormalizeWords(form)} ", Name: name)))
            .OrderByDescending(pair => pair.Form.Length),
    ];

    /// <summary>
    /// The former names in a text, each once, that were no longer valid on the day. When a district is named, the general
    /// note about districts is left out.
    /// </summary>
    public static IReadOnlyList<FormerName> FindIn(string text, DateOnly day)
    {
        var normalized = $" {NormalizeWords(text)} ";
        var places = FormerPlaces.FindIn(text);
        return
        [
            .. Forms
                .Where(pair => normalized.Contains(pair.Form, StringComparison.Ordinal))
                .Select(pair => pair.Name)
                .Where(name => places.Count == 0 || name.Key != DistrictsKey)
                .Concat(places)
                .Where(name => name.InvalidSince <= day)
                .DistinctBy(name => name.Key),
        ];
    }

    private const string DistrictsKey = "districts";

    private static string NormalizeWords(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));
}
