using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Rules.Places;

/// <summary>A name that people still use for what has another name or place now.</summary>
public sealed record OldName
{
    public string Key { get; init; } = "";

    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>The first day on which the old name was no longer valid.</summary>
    public DateOnly Since { get; init; }

    /// <summary>The old name does not lead to one place: nothing is inferred, the asker is asked.</summary>
    public bool Ask { get; init; }

    public LocalizedText Text { get; init; } = new("", "");

    /// <summary>The article with details; empty where there is none, as for a single old ward.</summary>
    public string Article { get; init; } = "";
}

/// <summary>Finds old names of authorities and places in a text. Old documents are in the legal register.</summary>
public static class OldNames
{
    public static IReadOnlyList<OldName> All { get; } = RuleData.Load<List<OldName>>("old-names.yaml");

    private static readonly (string Form, OldName Name)[] Forms =
    [
        .. All.SelectMany(name => name.Forms.Select(form => (Form: $" {Plain(form)} ", Name: name)))
            .OrderByDescending(pair => pair.Form.Length),
    ];

    /// <summary>
    /// The names in a text that were no longer valid on the day, each once. The general explanation about districts is
    /// omitted when a particular district is named.
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
