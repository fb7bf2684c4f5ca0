using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Routing;

namespace PolicyAssistantBot.Requests;

/// <summary>A case: a support request after submission, with its facts, its asker and its status. Its history is in its
/// <see cref="CaseEvent"/>s.</summary>
public sealed record SupportRequest
{
    /// <summary>The one name of the case everywhere, see <see cref="Requests.CaseNumber"/>.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>The sequence of the last event; a command must have been based on it.</summary>
    public required int Version { get; init; }

    public required CaseStatus Status { get; init; }

    /// <summary>As submitted and checked; never changed afterwards.</summary>
    public required RequestDraft Facts { get; init; }

    public required Asker Asker { get; init; }

    /// <summary>The account of the official who handles the case; null while it has no owner.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The name that colleagues see; the asker does not.</summary>
    public string? OwnerName { get; init; }

    /// <summary>The team that has the case, and why; null until it is stored.</summary>
    public RoutingDecision? Routing { get; init; }

    /// <summary>Its deadlines; null until it is stored.</summary>
    public CaseDeadlines? Deadlines { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The hash of the last event, which the next one carries on.</summary>
    public required string LastHash { get; init; }

    /// <summary>When the content and the contact were erased; null while they are kept.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>When the asker withdrew the consent to be contacted; null while it stands.</summary>
    public DateTimeOffset? ConsentWithdrawnAt { get; init; }

    /// <summary>Whether the asker may be telephoned and e-mailed.</summary>
    public bool MayBeContacted => ConsentWithdrawnAt is null && ErasedAt is null && Facts.HasContactConsent();
}
