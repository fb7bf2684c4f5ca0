using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
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
    public DeskSettings Settings => Sources.Settings;

    public WorkingHours Hours => Settings.Hours;

    /// <summary>The name of a team, as it is now; the key of a team that no longer exists.</summary>
    public string GetTeamName(string key, Lang lang) => Settings.Routing.Find(key)?.Name[lang] ?? key;
}
