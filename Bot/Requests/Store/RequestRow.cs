using PolicyAssistantBot.Requests.Clocks;
using PolicyAssistantBot.Requests.Routing;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>A case as a row: what lists filter and sort by stands in columns of its own, the facts in one document.</summary>
internal sealed class RequestRow
{
    public required string CaseNumber { get; init; }

    /// <summary>Year and serial of the case number as one number: grows with each case.</summary>
    public required long Number { get; init; }

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

    public string? Team { get; init; }

    public RoutingDecision? Routing { get; init; }

    public CaseClocks? Clocks { get; init; }

    /// <summary>The next deadline; null while no clock runs.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>From when on the next deadline is near.</summary>
    public DateTimeOffset? SoonAt { get; init; }

    /// <summary>When somebody must be warned of a deadline next.</summary>
    public DateTimeOffset? NextWarningAt { get; init; }

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
