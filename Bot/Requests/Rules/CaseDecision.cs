using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Requests.Rules;

/// <summary>What <see cref="RequestRules"/> says to a wish.</summary>
public abstract record CaseDecision
{
    private CaseDecision() { }

    /// <summary>To be stored, both or none.</summary>
    public sealed record Changed(SupportRequest Request, RequestEvent Event) : CaseDecision;

    /// <summary>The same wish was carried out a moment ago: a second click.</summary>
    public sealed record AlreadyDone : CaseDecision;

    public sealed record Refused(Refusal Reason) : CaseDecision;
}

/// <summary>What was decided about a case.</summary>
/// <param name="Seen">The case as the rule saw it.</param>
public sealed record CaseChange(StoredRequest Seen, CaseDecision Decision)
{
    /// <summary>A second case that changes with it, as in a merge: both are stored or neither.</summary>
    public (StoredRequest Seen, CaseDecision.Changed Change)? Other { get; init; }
}

/// <summary>Why a wish is refused.</summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>The case changed since it was seen.</summary>
    public sealed record Stale : Refusal;

    public sealed record OwnedBy(string Name) : Refusal;

    /// <summary>Nobody has the case: it must be taken first.</summary>
    public sealed record NotTaken : Refusal;

    public sealed record NotFrom(RequestStatus Status) : Refusal;

    public sealed record TextMissing : Refusal;

    public sealed record TextTooLong(int Max) : Refusal;

    /// <summary>The other case of a merge does not exist, is the same, or has ended.</summary>
    public sealed record UnfitTarget : Refusal;

    /// <summary>Nobody of that name works on cases.</summary>
    public sealed record UnknownColleague : Refusal;

    public sealed record UnknownTeam : Refusal;
}

/// <summary>Who acts at the desk.</summary>
/// <param name="ActsForOthers">A supervisor or administrator: may act on cases that others have.</param>
public sealed record Official(string Id, string Name, bool ActsForOthers)
{
    public Actor Actor => new(ActorKind.Official, Id, Name);
}

/// <summary>What an official wants of a case.</summary>
/// <param name="SeenVersion">The version of the case that the official looked at.</param>
public sealed record Wish(int SeenVersion, Official By, string Channel, DateTimeOffset At);
