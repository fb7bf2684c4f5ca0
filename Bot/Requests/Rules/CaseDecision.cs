using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Requests.Rules;

/// <summary>The result of a rule of <see cref="CaseRules"/>.</summary>
public abstract record CaseDecision
{
    private CaseDecision() { }

    /// <summary>The changed case and the event that changed it, to be stored together.</summary>
    public sealed record Changed(SupportRequest Request, CaseEvent Event) : CaseDecision;

    /// <summary>The same command was just carried out: a repeated click.</summary>
    public sealed record AlreadyDone : CaseDecision;

    public sealed record Refused(Refusal Reason) : CaseDecision;
}

/// <summary>A decision about a case.</summary>
/// <param name="Before">The case as the rule saw it.</param>
public sealed record CaseChange(CaseWithHistory Before, CaseDecision Decision)
{
    /// <summary>Changes of the same case that come before <see cref="Decision"/>: all are stored, or none.</summary>
    public IReadOnlyList<CaseDecision.Changed> EarlierChanges { get; init; } = [];

    /// <summary>How much later the asker is told, so that the official can take it back; zero for at once.</summary>
    public TimeSpan NoticeDelay { get; init; }

    /// <summary>A second case that changes too, as in a merge: both are stored or neither.</summary>
    public (CaseWithHistory Before, CaseDecision.Changed Change)? SecondCase { get; init; }
}

/// <summary>Why a command is refused.</summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>The case has changed since the official looked at it.</summary>
    public sealed record Stale : Refusal;

    public sealed record OwnedByColleague(string Name) : Refusal;

    /// <summary>The case has no owner: it must be taken first.</summary>
    public sealed record NoOwner : Refusal;

    public sealed record WrongStatus(CaseStatus Status) : Refusal;

    /// <summary>Only a supervisor may do this.</summary>
    public sealed record SupervisorNeeded : Refusal;

    public sealed record TextMissing : Refusal;

    public sealed record TextTooLong(int MaxLength) : Refusal;

    /// <summary>A case cannot be closed with a message that only confirms its receipt.</summary>
    public sealed record AcknowledgementCannotClose : Refusal;

    /// <summary>A case cannot be closed as answered before the asker was answered.</summary>
    public sealed record NothingAnswered : Refusal;

    /// <summary>A reply is half written: closing leaves it unsent unless the official says so.</summary>
    public sealed record DraftWaiting : Refusal;

    /// <summary>The other case of a merge does not exist, is the same, is of another asker, or has ended.</summary>
    public sealed record InvalidMergeTarget(MergeProblem Problem) : Refusal;

    /// <summary>No member of the staff has that name.</summary>
    public sealed record UnknownColleague : Refusal;

    public sealed record UnknownTeam : Refusal;

    /// <summary>The asker has been told, the case has changed since, or another official did it.</summary>
    public sealed record CannotUndo : Refusal;
}

/// <summary>Why a case cannot be merged into another.</summary>
public enum MergeProblem
{
    Missing,
    SameCase,
    OtherAsker,
    Ended,
}

/// <summary>The official who gives a command.</summary>
/// <param name="CanActForOthers">A supervisor or administrator: may act on cases of other owners.</param>
public sealed record Official(string Id, string Name, bool CanActForOthers)
{
    public Actor Actor => new(ActorKind.Official, Id, Name);
}

/// <summary>A command of an official on a case; the rule that gets it says which.</summary>
/// <param name="ExpectedVersion">The version of the case that the official looked at.</param>
public sealed record CaseCommand(int ExpectedVersion, Official Official, string Channel, DateTimeOffset At);
