using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Routing;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>A case as a database row: values by which lists filter and sort have columns of their own, the facts are one JSON
/// document.</summary>
internal sealed class CaseRow
{
    public required string CaseNumber { get; init; }

    /// <summary>Year and serial of the case number as one number: grows with each case.</summary>
    public required long NumericCaseNumber { get; init; }

    public required int Version { get; init; }

    public required CaseStatus Status { get; init; }

    public required CaseGroup Group { get; init; }

    public required RequestKind Kind { get; init; }

    public required string EnterpriseName { get; init; }

    public required string TaxCode { get; init; }

    /// <summary>Name and tax code, folded to lower case without diacritics.</summary>
    public required string SearchText { get; init; }

    public required string ChannelId { get; init; }

    public required string ConversationId { get; init; }

    public required string UserId { get; init; }

    public required string ActivityId { get; init; }

    public required string ReferenceJson { get; init; }

    public required RequestDraft Facts { get; init; }

    public string? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public string? Team { get; init; }

    public RoutingDecision? Routing { get; init; }

    public CaseDeadlines? Deadlines { get; init; }

    /// <summary>The next deadline; null while no deadline runs.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The time from which the next deadline counts as due soon.</summary>
    public DateTimeOffset? DueSoonAt { get; init; }

    /// <summary>When the next warning of a deadline is due.</summary>
    public DateTimeOffset? NextWarningAt { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required string LastHash { get; init; }

    /// <summary>When the content and the contact were erased; null while they are kept.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>When the asker withdrew the consent to be contacted; null while it stands.</summary>
    public DateTimeOffset? ConsentWithdrawnAt { get; init; }
}

/// <summary>The groups of cases by which lists filter; each case is in exactly one. The numbers are stored, also in the conditions of
/// indexes: never change them.</summary>
internal enum CaseGroup
{
    /// <summary>It has no owner.</summary>
    Unassigned = 0,
    InProgress = 1,
    WaitingForAsker = 2,
    Answered = 3,

    /// <summary>Closed, forwarded, merged or withdrawn.</summary>
    Ended = 4,
}
