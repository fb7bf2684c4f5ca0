using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Preferences;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Bulk;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk;

/// <summary>One page of one list.</summary>
/// <param name="CasesWithUnreadMentions">Cases whose notes mention the reader and that the reader has not opened since.</param>
public sealed record CaseListModel(
    CaseListQuery Query,
    bool IsFirst,
    CaseListResult Page,
    IReadOnlyDictionary<CaseListView, int> Counts,
    IReadOnlyList<string> CasesWithUnreadMentions,
    DeskSettings Settings,
    DateTimeOffset Now,
    bool CanHandleCases
)
{
    /// <summary>Grows when another case that the reader may see comes in.</summary>
    public long NewestCase { get; init; }

    public IReadOnlyList<AccountPreference> SavedFilters { get; init; } = [];

    /// <summary>What was done just now with several cases, in a sentence; null when nothing was.</summary>
    public LocalizedText? DoneText { get; init; }

    /// <summary>What was done with several cases and can be taken back; null when there is nothing.</summary>
    public BulkUndo? Undo { get; init; }

    /// <summary>Whether a filter was just not saved because there are too many.</summary>
    public bool IsFilterListFull { get; init; }
}

/// <summary>One case.</summary>
/// <param name="FirstInvalidEntry">The first entry of the history that fails verification; null when all are valid.</param>
/// <param name="Attempt">What the official entered and was refused; null when the page was only opened.</param>
public sealed record CaseModel(
    CaseWithHistory Stored,
    IReadOnlyList<ConversationLine> Conversation,
    int? FirstInvalidEntry,
    bool CanHandleCases,
    Attempt? Attempt
);

/// <summary>What was entered into a form and why it was not carried out.</summary>
/// <param name="Action">The last part of the form's address: the key of an action, or <c>note</c>.</param>
/// <param name="ExpectedVersion">The version that the official looked at.</param>
/// <param name="Refusal">Null when the text was only extended, with a template for instance.</param>
public sealed record Attempt(string Action, int ExpectedVersion, ActionValues Values, Refusal? Refusal)
{
    /// <summary>The files that were not accepted, each with the reason; nothing was sent.</summary>
    public IReadOnlyList<LocalizedText> FileProblems { get; init; } = [];

    /// <summary>Whether the text speaks of an attached file and none is there; sent once more, it goes as it is.</summary>
    public bool IsFileMissing { get; init; }
}

/// <summary>One message of the chat.</summary>
/// <param name="Text">Null when the message was a card or a file.</param>
/// <param name="Sources">What the assistant's answer cited.</param>
public sealed record ConversationLine(bool IsAsker, DateTimeOffset At, string? Text, IReadOnlyList<string> Sources);

/// <summary>A case that another official has taken in the meantime.</summary>
/// <param name="Texts">What the reader had typed for it.</param>
public sealed record TakenCaseModel(string CaseNumber, string OwnerName, IReadOnlyList<TypedText> Texts);

/// <summary>The channel of what officials do on these pages.</summary>
internal static class DeskChannel
{
    public const string Id = "desk";
}

internal static class SignedInAccountExtensions
{
    public static Official ToOfficial(this SignedInAccount account) =>
        new(account.Id, account.DisplayName, account.HasAny(Roles.Supervisor));

    public static CaseAccess ToCaseAccess(this SignedInAccount account) =>
        new(account.Id, account.HasAny(Roles.Supervisor | Roles.Auditor))
        {
            Teams = account.Teams,
            OtherTeamsWithMembers = account.OtherTeamsWithMembers,
        };
}
