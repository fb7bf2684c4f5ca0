namespace PolicyAssistantBot.Studio.Rules;

/// <summary>Where a change of an article stands.</summary>
public enum DraftState
{
    Draft,
    InReview,
    ChangesAsked,
    Approved,

    /// <summary>Approved, and published at a fixed time.</summary>
    Scheduled,

    /// <summary>Could not be published at its time.</summary>
    PublishFailed,
}

/// <summary>The one open change of an article: which text it would have, and who has agreed to it.</summary>
public sealed record ArticleDraft
{
    public required string Key { get; init; }

    /// <summary>Increases with each change of the draft; a form names the one that it was filled in for.</summary>
    public required int Version { get; init; }

    /// <summary>The number of the revision with the proposed text.</summary>
    public required int Head { get; init; }

    public required string HeadDigest { get; init; }

    /// <summary>The published revision that is to be changed; 0 for a new article.</summary>
    public required int BasedOn { get; init; }

    public required DraftState State { get; init; }

    /// <summary>The ids of all who wrote on it. None of them may approve it.</summary>
    public required IReadOnlyList<string> Contributors { get; init; }

    /// <summary>What is changed and why, for the reviewer and the record.</summary>
    public string? Reason { get; init; }

    public string? SubmittedById { get; init; }

    public string? ApprovedById { get; init; }

    public string? ApprovedByName { get; init; }

    /// <summary>The digest that was approved.</summary>
    public string? ApprovedDigest { get; init; }

    /// <summary>Single answers that become worse and that a publisher accepted, for the present text.</summary>
    public IReadOnlyList<AcceptedChange> Accepted { get; init; } = [];

    public DateTimeOffset? PublishAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Whether exactly the present text was approved.</summary>
    public bool IsApproved => ApprovedById is not null && ApprovedDigest == HeadDigest;
}
