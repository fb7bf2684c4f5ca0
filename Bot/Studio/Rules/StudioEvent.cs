namespace PolicyAssistantBot.Studio.Rules;

/// <summary>What happened to the knowledge base. Names are stored.</summary>
public enum StudioEventKind
{
    /// <summary>The articles delivered with the program became live, wholly or in part.</summary>
    Delivered,

    /// <summary>A delivery could not be read: the articles stayed as they were.</summary>
    DeliveryRefused,
    Imported,
    DraftStarted,
    Saved,
    Discarded,
    Submitted,
    Remarked,
    ChangesAsked,
    Approved,

    /// <summary>A person tried what the rule of two persons forbids.</summary>
    Refused,
    Scheduled,
    Unscheduled,
    Published,
    PublishFailed,
    RolledBack,

    /// <summary>A publisher accepts that one answer becomes worse.</summary>
    ChangeAccepted,

    /// <summary>By one person, before a review.</summary>
    PublishedUrgently,

    /// <summary>A second person looked at an urgent publication.</summary>
    ReviewedAfterwards,

    /// <summary>The assistant is kept from answering about something.</summary>
    Held,
    Withdrawn,
    LiftAsked,
    Lifted,
}

/// <summary>One entry of the record of who changed what and when. Each has the hash of the one before.</summary>
public sealed record StudioEvent
{
    public const int MaxTextLength = 2000;

    /// <summary>Counted from 1.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required StudioEventKind Kind { get; init; }

    /// <summary>Null for the program itself.</summary>
    public string? ById { get; init; }

    public string? ByName { get; init; }

    /// <summary>The article; null for events about all.</summary>
    public string? Key { get; init; }

    /// <summary>The revision that the event is about.</summary>
    public int? Revision { get; init; }

    /// <summary>Of that revision, or of the set.</summary>
    public string? Digest { get; init; }

    /// <summary>The number of the set that became live.</summary>
    public int? Set { get; init; }

    /// <summary>A reason, a remark, or what was taken from a delivery.</summary>
    public string? Text { get; init; }

    public string PreviousHash { get; init; } = "";

    public string Hash { get; init; } = "";
}
