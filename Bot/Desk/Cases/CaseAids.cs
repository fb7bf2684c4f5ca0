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
/// <param name="Others">The other officials who have the case open.</param>
public sealed record CaseAids(
    ActionSources Sources,
    DateTimeOffset Now,
    IReadOnlyList<CaseNote> Notes,
    IReadOnlyList<SimilarCase> Similar,
    SuggestedAnswer? Suggestion,
    IReadOnlyList<EligibilityHint> Hints,
    IReadOnlyList<CaseViewer> Others
)
{
    public DeskSettings Rules => Sources.Rules;

    public WorkingHours Hours => Rules.Hours;

    /// <summary>The name of a team, as it is now; the key of a team that no longer exists.</summary>
    public string TeamName(string key, Lang lang) => Rules.Routing.Find(key)?.Name[lang] ?? key;
}
