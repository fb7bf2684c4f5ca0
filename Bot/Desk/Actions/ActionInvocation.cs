using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Actions;

/// <summary>One use of an action: the input of its rule.</summary>
/// <param name="Case">The case as it is in the transaction.</param>
public sealed record ActionInvocation(CaseWithHistory Case, CaseCommand Command, ActionValues Values, ActionSources Sources)
{
    /// <summary>The case given by <see cref="DeskAction.ReadSecondCaseNumber"/>; null if it does not exist for this official.</summary>
    public CaseWithHistory? SecondCase { get; init; }

    public string Text => Values[ActionField.TextInputName];

    /// <summary>The language that the asker reads.</summary>
    public Lang AskerLanguage => LangCodes.Parse(Case.Request.Facts.Language) ?? Lang.Vi;
}

/// <summary>The data from which inputs take their options.</summary>
/// <param name="Staff">All officials who work on cases.</param>
public sealed record ActionSources(DeskSettings Settings, IReadOnlyList<StaffMember> Staff)
{
    /// <summary>The accounts that no longer work on cases.</summary>
    public IReadOnlySet<string> LeaverIds { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Absences, and the day on which they are looked at.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public DateOnly Today { get; init; }

    /// <summary>The case whose page is shown; null on the page for several cases.</summary>
    public SupportRequest? Case { get; init; }

    /// <summary>Other cases of the same enterprise.</summary>
    public IReadOnlyList<string> SameEnterpriseCaseNumbers { get; init; } = [];

    internal RequestFieldList Fields { get; init; } = RequestFields.Default;

    /// <summary>The last day of an absence that includes today; null when the official is present.</summary>
    public DateOnly? FindLastDayOfAbsence(string accountId) =>
        Absences.FirstOrDefault(a => a.AccountId == accountId && a.From <= Today && Today <= a.Until)?.Until;
}
