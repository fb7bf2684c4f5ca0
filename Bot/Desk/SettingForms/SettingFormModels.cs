using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary>The entries of a form.</summary>
public sealed record SettingListModel(
    string Form,
    LocalizedText Title,
    LocalizedText Intro,
    LocalizedText? AddLabel,
    IReadOnlyList<SettingItem> Items,
    SettingDocument Document,
    bool IsSaved
)
{
    /// <summary>Whether entries can be moved up and down.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Whether somebody saved a change before a move, which was not made.</summary>
    public bool IsStale { get; init; }

    /// <summary>A page on which what is set can be tried; null when there is none.</summary>
    public (string Path, LocalizedText Label)? Trial { get; init; }
}

/// <summary>An entry that is added, changed or removed.</summary>
/// <param name="Item">Null for a new entry.</param>
/// <param name="Notes">What is to be known before.</param>
/// <param name="ExpectedVersion">The version of the document that saving replaces.</param>
public sealed record SettingEntryModel(
    string Form,
    LocalizedText Title,
    SettingItem? Item,
    bool IsRemoval,
    IReadOnlyList<LocalizedText> Notes,
    IReadOnlyList<SettingField> Fields,
    SettingValues Values,
    IReadOnlyList<SettingProblem> Problems,
    int ExpectedVersion
)
{
    /// <summary>Who saved another version in the meantime; null when nobody did.</summary>
    public string? SavedMeanwhileBy { get; init; }
}
