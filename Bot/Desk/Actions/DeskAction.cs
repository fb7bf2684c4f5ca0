using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Desk.Actions;

/// <summary>Where an action is offered.</summary>
[Flags]
public enum ActionPlaces
{
    None = 0,

    /// <summary>The desk's page of a case.</summary>
    Page = 1,

    /// <summary>The case's card in the officials' channel.</summary>
    ChannelCard = 2,

    /// <summary>The page for several cases at once.</summary>
    Bulk = 4,

    All = Page | ChannelCard | Bulk,

    /// <summary>The bar at the foot of a case's page, as one of the modes of its box.</summary>
    ReplyBar = 8,
}

/// <summary>
/// Everything that the product knows of one thing that officials do with a case. The desk's page, the card in the officials' channel and
/// the page for several cases iterate over <see cref="DeskActionList"/>.
/// </summary>
public sealed record DeskAction
{
    /// <summary>
    /// The name in addresses such as <c>/desk/cases/{number}/ask-back</c>: words in lower case with hyphens. Never changes.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The name on channel cards, such as <c>case.askBack</c>. Cards that were posted long ago send it.</summary>
    public string Verb => $"case.{KeyWords[0]}{string.Concat(KeyWords[1..].Select(Capitalize))}";

    private string[] KeyWords => Key.Split('-');

    /// <summary>The text of the button.</summary>
    public required LocalizedText Title { get; init; }

    public ActionPlaces Places { get; init; } = ActionPlaces.Page;

    /// <summary>The inputs of the form, in order; without any the button acts at once.</summary>
    public IReadOnlyList<ActionField> Fields { get; init; } = [];

    /// <summary>Whether the form is hidden behind its title until it is opened.</summary>
    public bool IsCollapsed { get; init; }

    /// <summary>Whether the button is emphasized.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Whether a case without an owner is assigned to the official in the same transaction.</summary>
    public bool TakesUnassignedCases { get; init; }

    /// <summary>What the page says once it is done; null for a sentence made from the title.</summary>
    public LocalizedText? DoneText { get; init; }

    /// <summary>The same action followed by closing the case; null when there is no such button.</summary>
    public DeskAction? AndClose { get; init; }

    /// <summary>
    /// Whether the action makes sense for the case as it is. The official is null on a card that everyone sees. This only decides what is
    /// shown: <see cref="Decide"/> checks again.
    /// </summary>
    public required Func<SupportRequest, Official?, bool> IsOffered { get; init; }

    /// <summary>The rule that decides; see <see cref="ForOneCase"/>.</summary>
    public required Func<ActionInvocation, CaseChange> Decide { get; init; }

    /// <summary>The number of a second case that the rule needs; null when it needs none.</summary>
    public Func<ActionValues, CaseNumber?>? ReadSecondCaseNumber { get; init; }

    /// <summary>Applies the rule, after assigning a case without an owner where the action does so.</summary>
    public CaseChange DecideAndTake(ActionInvocation invocation) =>
        TakesUnassignedCases
            ? CaseRules.TakeAndDecide(
                invocation.Case,
                invocation.Command,
                (current, command) => Decide(invocation with { Case = current, Command = command })
            )
            : Decide(invocation);

    public bool IsOfferedIn(ActionPlaces place) => (Places & place) != ActionPlaces.None;

    public IEnumerable<ActionField> ListFieldsIn(ActionPlaces place) => Fields.Where(field => (field.Places & place) != ActionPlaces.None);

    /// <summary>A rule that changes nothing but the case itself.</summary>
    public static Func<ActionInvocation, CaseChange> ForOneCase(Func<ActionInvocation, CaseDecision> rule) =>
        invocation => new CaseChange(invocation.Case, rule(invocation));

    private static string Capitalize(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
