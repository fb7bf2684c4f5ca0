using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Requests;

/// <summary>The kinds of events of a case.</summary>
public enum CaseEventKind
{
    Submitted,

    /// <summary>An official took the case.</summary>
    Taken,

    /// <summary>The owner returned the case to the queue.</summary>
    Released,
    Replied,

    /// <summary>An official asked the asker for more information.</summary>
    AskedBack,
    AskerMessage,
    Closed,
    Reopened,
    Withdrawn,
    Forwarded,

    /// <summary>This case is continued as part of the one in <see cref="CaseEvent.Detail"/>.</summary>
    Merged,

    /// <summary>The case in <see cref="CaseEvent.Detail"/> became part of this one.</summary>
    TookOver,

    /// <summary>Given to the official in <see cref="CaseEvent.Detail"/> by the team's rule.</summary>
    Assigned,

    /// <summary>Handed to the colleague in <see cref="CaseEvent.Detail"/>.</summary>
    HandedOver,

    /// <summary>Moved to the team in <see cref="CaseEvent.Detail"/>.</summary>
    Routed,

    /// <summary>The asker withdrew the consent to be contacted by e-mail or telephone.</summary>
    ConsentWithdrawn,

    /// <summary>The content and the contact were erased; the texts of earlier events are gone, their hashes remain.</summary>
    Erased,

    /// <summary>The official took back their events from the one in <see cref="CaseEvent.Detail"/> on, before the asker was told.</summary>
    Undone,
}

/// <summary>Why a case was closed.</summary>
public enum CloseReason
{
    Answered,

    /// <summary>The asker did not answer a question.</summary>
    NoAnswer,
    NotOurMatter,
    Duplicate,

    /// <summary>Explained in the text.</summary>
    Other,
}

public enum ActorKind
{
    Asker,
    Official,
    System,
}

/// <summary>Who did it.</summary>
/// <param name="Id">The account of an official, or the channel's id of an asker.</param>
/// <param name="Name">An official's name; null for an asker, whose name is among the facts.</param>
public sealed record Actor(ActorKind Kind, string Id, string? Name);

/// <summary>One entry of a case's history, which only grows; <see cref="CaseHistory"/> chains and verifies it.</summary>
public sealed record CaseEvent
{
    /// <summary>The <see cref="Detail"/> of a reply after which the case stays open.</summary>
    internal const string AcknowledgementDetail = "acknowledgement";

    /// <summary>The <see cref="Detail"/> of a reply that corrects an earlier one.</summary>
    internal const string CorrectionDetail = "correction";

    public required string CaseNumber { get; init; }

    /// <summary>1, 2, 3, … within the case; equals the version of the case after it.</summary>
    public required int Sequence { get; init; }

    public required CaseEventKind Kind { get; init; }

    public required CaseStatus StatusAfter { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>Where it was done: a channel id such as <c>directline</c> or <c>msteams</c>, <c>desk</c> or <c>system</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The message, reply or reason.</summary>
    public string? Text { get; init; }

    /// <summary>Depends on the kind: a <see cref="CloseReason"/>, the authority it was forwarded to, the other case of a merge, the team or
    /// the colleague.</summary>
    public string? Detail { get; init; }

    /// <summary>SHA-256 of what the event carries (the text; for the first one, the facts), lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The hash of the event before it; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    /// <summary>Whether it told the asker only that the request has arrived: the first reply, but not the answer.</summary>
    public bool IsAcknowledgement => Kind == CaseEventKind.Replied && Detail == AcknowledgementDetail;

    /// <summary>Whether it corrects what the asker was answered before.</summary>
    public bool IsCorrection => Kind == CaseEventKind.Replied && Detail == CorrectionDetail;

    /// <summary>Whether an official wrote to the asker with it, so that files can go with it.</summary>
    public bool IsMessageOfOfficial =>
        Actor.Kind == ActorKind.Official && (Kind is CaseEventKind.Replied or CaseEventKind.AskedBack or CaseEventKind.Forwarded);
}
