using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Desk.Threads;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Drafts;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Similarity;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>What the page of a case shows besides the case, to help with it.</summary>
/// <param name="Now">The moment at which the page was made.</param>
/// <param name="OtherViewers">The other officials who have the case open.</param>
public sealed record CasePageExtras(
    ActionSources Sources,
    DateTimeOffset Now,
    IReadOnlyList<CaseNote> Notes,
    IReadOnlyList<SimilarCase> SimilarCases,
    SuggestedAnswer? Suggestion,
    IReadOnlyList<EligibilityHint> EligibilityHints,
    IReadOnlyList<CaseViewer> OtherViewers
)
{
    /// <summary>The files of the case, the oldest first; those that wait for a reply too.</summary>
    public IReadOnlyList<ThreadFile> Files { get; init; } = [];

    /// <summary>The files that go with the reader's next message to the asker.</summary>
    public IReadOnlyList<ThreadFile> WaitingFiles { get; init; } = [];

    /// <summary>What the reader typed earlier and did not send.</summary>
    public DraftContent? Draft { get; init; }

    /// <summary>What the reader may still take back; null when there is nothing.</summary>
    public UndoOffer? Undo { get; init; }

    public Neighbours Neighbours { get; init; } = new(null, null);

    /// <summary>What was done just now, in a sentence; null when the page was only opened.</summary>
    public LocalizedText? DoneText { get; init; }

    /// <summary>Whom the note that was saved just now told; null when no note was.</summary>
    internal NoteMentions? Mentions { get; init; }

    /// <summary>The templates with the values of this case filled in, by key.</summary>
    public IReadOnlyDictionary<string, string> FilledTemplates { get; init; } = new Dictionary<string, string>();

    /// <summary>The suggestion as it is inserted; null when there is none.</summary>
    public string? SuggestionText { get; init; }

    public DeskSettings Settings => Sources.Settings;

    public WorkingHours Hours => Settings.Hours;

    /// <summary>The name of a team, as it is now; the key of a team that no longer exists.</summary>
    public string GetTeamName(string key, Lang lang) => Settings.Routing.Find(key)?.Name[lang] ?? key;
}
