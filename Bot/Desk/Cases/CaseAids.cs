using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Clocks;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>What stands beside a case to help with it.</summary>
/// <param name="Now">The moment at which the page was made.</param>
/// <param name="Others">Who else has the case open.</param>
public sealed record CaseAids(
    DeskRules Rules,
    DateTimeOffset Now,
    IReadOnlyList<CaseNote> Notes,
    IReadOnlyList<SimilarCase> Similar,
    SuggestedAnswer? Suggestion,
    IReadOnlyList<EligibilityHint> Hints,
    IReadOnlyList<StaffMember> Staff,
    IReadOnlyList<Absence> Away,
    IReadOnlyList<CaseViewer> Others,
    string MyId
)
{
    public WorkingHours Hours => Rules.Hours;

    /// <summary>The name of a team, as it is called now; the key when there is none of that key any more.</summary>
    public string TeamName(string key, Lang lang) => Rules.Routing.Find(key)?.Name[lang] ?? key;

    /// <summary>The last day on which someone is away; null when they are there.</summary>
    public DateOnly? AwayUntil(string accountId)
    {
        var today = HanoiTime.DayOf(Now);
        return Away.FirstOrDefault(a => a.AccountId == accountId && a.From <= today && today <= a.Until)?.Until;
    }
}
