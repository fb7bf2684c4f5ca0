using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge.Answers.Holds;
using PolicyAssistantBot.Studio.Rules;

namespace PolicyAssistantBot.Studio.Holds;

/// <summary>What a person wants the assistant not to answer about.</summary>
/// <param name="Key">Empty for everything.</param>
/// <param name="TextVi">What askers are told.</param>
/// <param name="ReplacedBy">Of a withdrawal: the article that takes its place; null when none does.</param>
/// <param name="Reason">For colleagues and the record.</param>
internal sealed record WantedHold(
    HoldScope Scope,
    string Key,
    bool IsWithdrawal,
    string TextVi,
    string TextEn,
    string? ReplacedBy,
    string Reason
);

internal abstract record HoldDecision
{
    private HoldDecision() { }

    internal sealed record Changed(HoldRow Row, StudioEventKind Event) : HoldDecision;

    internal sealed record Refused(StudioRefusal Refusal) : HoldDecision;
}

/// <summary>One person is enough to hold or withdraw; two lift it, for it was placed because something was in doubt.</summary>
internal static class HoldRules
{
    public const int MaxTextLength = 1000;

    private const Roles Allowed = Roles.Reviewer | Roles.Publisher | Roles.Supervisor;

    /// <param name="inForce">The holds in force.</param>
    /// <param name="isKnown">Whether there is such an article, topic or document.</param>
    public static HoldDecision Place(
        WantedHold wanted,
        IReadOnlyList<HoldRow> inForce,
        int number,
        Func<HoldScope, string, bool> isKnown,
        StudioPerson by,
        DateTimeOffset now
    ) =>
        !by.HasAny(Allowed) ? Refuse(StudioRefusal.NoRole)
        : IsBlank(wanted.Reason) ? Refuse(StudioRefusal.NoReason)
        : IsBlank(wanted.TextVi) || IsBlank(wanted.TextEn) ? Refuse(StudioRefusal.NoText)
        : wanted.IsWithdrawal && wanted.Scope != HoldScope.Article ? Refuse(StudioRefusal.WrongState)
        : !isKnown(wanted.Scope, wanted.Key) ? Refuse(StudioRefusal.UnknownMatter)
        : IsWrongSuccessor(wanted, isKnown) ? Refuse(StudioRefusal.UnknownMatter)
        : inForce.Any(row => row.Scope == wanted.Scope && row.Key == wanted.Key && row.IsWithdrawal == wanted.IsWithdrawal)
            ? Refuse(StudioRefusal.AlreadyOpen)
        : new HoldDecision.Changed(
            new HoldRow
            {
                Number = number,
                Scope = wanted.Scope,
                Key = wanted.Scope == HoldScope.Everything ? "" : wanted.Key,
                IsWithdrawal = wanted.IsWithdrawal,
                TextVi = Shorten(wanted.TextVi),
                TextEn = Shorten(wanted.TextEn),
                ReplacedBy = wanted.IsWithdrawal ? wanted.ReplacedBy : null,
                Reason = Shorten(wanted.Reason),
                At = now,
                ById = by.Id,
                ByName = by.Name,
            },
            wanted.IsWithdrawal ? StudioEventKind.Withdrawn : StudioEventKind.Held
        );

    /// <summary>The first of the two persons who lift it.</summary>
    public static HoldDecision AskToLift(HoldRow row, string? reason, StudioPerson by) =>
        !by.HasAny(Allowed) ? Refuse(StudioRefusal.NoRole)
        : row.LiftedAt is not null || row.LiftAskedById is not null ? Refuse(StudioRefusal.WrongState)
        : IsBlank(reason) ? Refuse(StudioRefusal.NoReason)
        : new HoldDecision.Changed(
            row with
            {
                LiftReason = Shorten(reason!),
                LiftAskedById = by.Id,
                LiftAskedByName = by.Name,
            },
            StudioEventKind.LiftAsked
        );

    /// <summary>The second person.</summary>
    public static HoldDecision Lift(HoldRow row, StudioPerson by, DateTimeOffset now) =>
        !by.HasAny(Allowed) ? Refuse(StudioRefusal.NoRole)
        : row.LiftedAt is not null || row.LiftAskedById is null ? Refuse(StudioRefusal.WrongState)
        : row.LiftAskedById == by.Id ? Refuse(StudioRefusal.NeedsSecond)
        : new HoldDecision.Changed(row with { LiftedById = by.Id, LiftedByName = by.Name, LiftedAt = now }, StudioEventKind.Lifted);

    private static bool IsWrongSuccessor(WantedHold wanted, Func<HoldScope, string, bool> isKnown) =>
        wanted.ReplacedBy is { } key && (key == wanted.Key || !isKnown(HoldScope.Article, key));

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    private static string Shorten(string text) => StudioRules.Shorten(text.Normalize());

    private static HoldDecision.Refused Refuse(StudioRefusal refusal) => new(refusal);
}
