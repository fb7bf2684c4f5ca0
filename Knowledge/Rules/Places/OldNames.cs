using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Rules.Places;

/// <summary>A former name of a public body or a place that people still use.</summary>
public sealed record OldName
{
    public string Key { get; init; } = "";

    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>The first day on which the old name was no longer valid.</summary>
    public DateOnly Since { get; init; }

    /// <summary>The old name can refer to several places now: the user must choose.</summary>
    public bool Ask { get; init; }

    public LocalizedText Text { get; init; } = new("", "");

    /// <summary>The key of the article that explains it; empty when there is none.</summary>
    public string Article { get; init; } = "";
}

/// <summary>Finds former names of public bodies and places in a text. Former documents are in the legal register.</summary>
public static class OldNames
{
    public static IReadOnlyList<OldName> All { get; } = RuleData.Load<List<OldName>>("old-names.yaml");

    private static readonly (string Form, OldName Name)[] Forms =
    [
        .. All.SelectMany(name => name.Forms.Select(form => (Form: $" {Plain(form)} ", Name: name)))
            .OrderByDescending(pair => pair.Form.Length),
    ];

    /// <summary>
    /// The former names in a text, each once, that were no longer valid on the day. When a district is named, the general
    /// note about districts is left out.
    /// </summary>
    public static IReadOnlyList<OldName> In(string text, DateOnly day)
    {
        var plain = $" {Plain(text)} ";
        var places = OldPlaces.In(text);
        return
        [
            .. Forms
                .Where(pair => plain.Contains(pair.Form, StringComparison.Ordinal))
                .Select(pair => pair.Name)
                .Where(name => places.Count == 0 || name.Key != Districts)
                .Concat(places)
                .Where(name => name.Since <= day)
                .DistinctBy(name => name.Key),
        ];
    }

    private const string Districts = "districts";

    private static string Plain(string text) => string.Join(' ', VietnameseText.Words(VietnameseText.Fold(text)));
}
