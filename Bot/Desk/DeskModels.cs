using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk;

/// <summary>One page of one list.</summary>
/// <param name="Mentions">Cases in whose notes the reader was named and that the reader has not opened since.</param>
public sealed record CaseListModel(
    RequestQuery Query,
    bool IsFirst,
    RequestPage Page,
    RequestCounts Counts,
    IReadOnlyList<string> Mentions,
    DeskRules Rules,
    DateTimeOffset Now,
    bool MayWork
);

/// <summary>One case.</summary>
/// <param name="Broken">The first entry at which the history does not hold; null when it is whole.</param>
/// <param name="Attempt">What the official just tried in vain; null when the page was merely opened.</param>
public sealed record CaseModel(
    StoredRequest Stored,
    IReadOnlyList<ConversationLine> Conversation,
    int? Broken,
    bool MayWork,
    Attempt? Attempt
);

/// <summary>What was typed and why it was not carried out.</summary>
/// <param name="Action">The last part of the form's address.</param>
/// <param name="SeenVersion">The version that the official looked at.</param>
/// <param name="Refusal">Null when nothing was tried: the text was only added to.</param>
public sealed record Attempt(string Action, int SeenVersion, string Text, string Reason, string Body, Refusal? Refusal)
{
    /// <summary>The boxes that were ticked.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>One message of the chat.</summary>
/// <param name="Text">Null when the message was a card or a file.</param>
/// <param name="Sources">What the assistant's answer cited.</param>
public sealed record ConversationLine(bool IsAsker, DateTimeOffset At, string? Text, IReadOnlyList<string> Sources);

/// <summary>A case that somebody else has taken meanwhile.</summary>
/// <param name="Text">What was typed for it.</param>
public sealed record HandedOnModel(string CaseNumber, string OwnerName, string Text);

internal static class DeskPeople
{
    public static Official ToOfficial(this SignedInAccount account) => new(account.Id, account.DisplayName, account.Has(Roles.Supervisor));

    public static CaseReader ToReader(this SignedInAccount account) =>
        new(account.Id, account.Has(Roles.Supervisor | Roles.Auditor)) { Teams = account.Teams, OtherTeams = account.OtherTeams };
}
