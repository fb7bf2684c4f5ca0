namespace PolicyAssistantBot.Requests;

/// <summary>A case as a row: what lists filter and sort by stands in columns of its own, the facts in one document.</summary>
internal sealed class RequestRow
{
    public required string CaseNumber { get; init; }

    public required int Version { get; init; }

    public required RequestStatus Status { get; init; }

    public required RequestPile Pile { get; init; }

    public required RequestKind Kind { get; init; }

    public required string EnterpriseName { get; init; }

    public required string TaxCode { get; init; }

    /// <summary>Name and tax code, folded to lower case without diacritics.</summary>
    public required string SearchText { get; init; }

    public required string ChannelId { get; init; }

    public required string ConversationId { get; init; }

    public required string UserId { get; init; }

    public required string ActivityId { get; init; }

    public required string Reference { get; init; }

    public required RequestDraft Facts { get; init; }

    public string? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required string LastHash { get; init; }
}

/// <summary>The piles on the desk; each case lies on one of them.</summary>
internal enum RequestPile
{
    /// <summary>Nobody has it.</summary>
    Unassigned,
    InWork,
    WaitingForAsker,
    Answered,

    /// <summary>Closed, forwarded, merged or withdrawn.</summary>
    Ended,
}
