using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge.Evaluation.Gate;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Studio.Rules;

/// <summary>
/// What may happen to a draft: <c>Draft → InReview → Approved → (Scheduled →) Published</c>, with <c>InReview → ChangesAsked</c> back to
/// the editors. Any change of the text returns it to <c>Draft</c>, and what was approved no longer counts.
/// </summary>
internal static class StudioRules
{
    private const int MaxDaysAhead = 366;

    private const int MaxReasonLength = 1000;

    /// <summary>A scheduled draft that is published later than this after its time is marked as late.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(1);

    /// <param name="existing">The open draft of the article; there may be none.</param>
    /// <param name="head">The revision with which the draft begins.</param>
    /// <param name="basedOn">The live revision; 0 for a new article.</param>
    public static StudioDecision Start(
        ArticleDraft? existing,
        string key,
        DraftText head,
        int basedOn,
        StudioPerson by,
        DateTimeOffset now
    ) =>
        !by.HasAny(Roles.Editor) ? Refuse(StudioRefusal.NoRole)
        : existing is not null ? Refuse(StudioRefusal.AlreadyOpen)
        : new StudioDecision.Changed(
            new ArticleDraft
            {
                Key = key,
                Version = 1,
                Head = head.Number,
                HeadDigest = head.Digest,
                BasedOn = basedOn,
                State = DraftState.Draft,
                Contributors = [by.Id],
                ChangedAt = now,
            },
            StudioEventKind.DraftStarted
        );

    /// <param name="version">The version of the draft that the person had before the eyes.</param>
    public static StudioDecision Save(ArticleDraft draft, int version, DraftText head, StudioPerson by, DateTimeOffset now) =>
        !by.HasAny(Roles.Editor) ? Refuse(StudioRefusal.NoRole)
        : draft.Version != version ? Refuse(StudioRefusal.Stale)
        : new StudioDecision.Changed(
            Next(draft, DraftState.Draft, now) with
            {
                Head = head.Number,
                HeadDigest = head.Digest,
                Contributors = draft.Contributors.Contains(by.Id) ? draft.Contributors : [.. draft.Contributors, by.Id],
                SubmittedById = null,
                ApprovedById = null,
                ApprovedByName = null,
                ApprovedDigest = null,
                Accepted = [],
                PublishAt = null,
            },
            StudioEventKind.Saved
        );

    /// <param name="findings">How many findings the check has about the text.</param>
    public static StudioDecision Submit(
        ArticleDraft draft,
        int version,
        string? reason,
        int findings,
        StudioPerson by,
        DateTimeOffset now
    ) =>
        !by.HasAny(Roles.Editor) ? Refuse(StudioRefusal.NoRole)
        : draft.Version != version ? Refuse(StudioRefusal.Stale)
        : draft.State is not (DraftState.Draft or DraftState.ChangesAsked) ? Refuse(StudioRefusal.WrongState)
        : string.IsNullOrWhiteSpace(reason) ? Refuse(StudioRefusal.NoReason)
        : findings > 0 ? Refuse(StudioRefusal.Findings)
        : new StudioDecision.Changed(
            Next(draft, DraftState.InReview, now) with
            {
                Reason = Shorten(reason),
                SubmittedById = by.Id,
            },
            StudioEventKind.Submitted,
            Shorten(reason)
        );

    /// <summary>A remark changes nothing else.</summary>
    public static StudioDecision Remark(ArticleDraft draft, string? text, StudioPerson by) =>
        !by.HasAny(Roles.Editor | Roles.Reviewer | Roles.Publisher) ? Refuse(StudioRefusal.NoRole)
        : string.IsNullOrWhiteSpace(text) ? Refuse(StudioRefusal.NoReason)
        : new StudioDecision.Changed(draft, StudioEventKind.Remarked, text.Trim());

    public static StudioDecision AskForChanges(ArticleDraft draft, int version, string? text, StudioPerson by, DateTimeOffset now) =>
        !by.HasAny(Roles.Reviewer | Roles.Publisher) ? Refuse(StudioRefusal.NoRole)
        : draft.Version != version ? Refuse(StudioRefusal.Stale)
        : draft.State is DraftState.Draft or DraftState.ChangesAsked ? Refuse(StudioRefusal.WrongState)
        : string.IsNullOrWhiteSpace(text) ? Refuse(StudioRefusal.NoReason)
        : new StudioDecision.Changed(
            Next(draft, DraftState.ChangesAsked, now) with
            {
                ApprovedById = null,
                ApprovedByName = null,
                ApprovedDigest = null,
                PublishAt = null,
            },
            StudioEventKind.ChangesAsked,
            text.Trim()
        );

    /// <summary>The approver is none of those who wrote on it, whatever roles this person holds.</summary>
    /// <param name="digest">Of the text that the person saw.</param>
    public static StudioDecision Approve(ArticleDraft draft, string digest, StudioPerson by, DateTimeOffset now) =>
        !by.HasAny(Roles.Reviewer) ? Refuse(StudioRefusal.NoRole)
        : draft.HeadDigest != digest ? Refuse(StudioRefusal.Stale)
        : draft.State != DraftState.InReview ? Refuse(StudioRefusal.WrongState)
        : draft.Contributors.Contains(by.Id) ? Refuse(StudioRefusal.OwnWork)
        : new StudioDecision.Changed(
            Next(draft, DraftState.Approved, now) with
            {
                ApprovedById = by.Id,
                ApprovedByName = by.Name,
                ApprovedDigest = digest,
            },
            StudioEventKind.Approved
        );

    public static StudioDecision Schedule(ArticleDraft draft, int version, DateTimeOffset at, StudioPerson by, DateTimeOffset now) =>
        CheckPublisher(draft, version, by) is { } refusal ? Refuse(refusal)
        : at <= now || at > now.AddDays(MaxDaysAhead) ? Refuse(StudioRefusal.WrongTime)
        : new StudioDecision.Changed(Next(draft, DraftState.Scheduled, now) with { PublishAt = at }, StudioEventKind.Scheduled);

    public static StudioDecision Unschedule(ArticleDraft draft, int version, StudioPerson by, DateTimeOffset now) =>
        !by.HasAny(Roles.Publisher) ? Refuse(StudioRefusal.NoRole)
        : draft.Version != version ? Refuse(StudioRefusal.Stale)
        : draft.State is not (DraftState.Scheduled or DraftState.PublishFailed) ? Refuse(StudioRefusal.WrongState)
        : new StudioDecision.Changed(Next(draft, DraftState.Approved, now) with { PublishAt = null }, StudioEventKind.Unscheduled);

    /// <summary>A person publishes an approved draft.</summary>
    /// <param name="live">The number of the live set.</param>
    public static StudioDecision Publish(ArticleDraft draft, int version, int live, GateVerdict? gate, StudioPerson by) =>
        CheckPublisher(draft, version, by) is { } refusal ? Refuse(refusal) : Publish(draft, live, gate);

    /// <summary>One person publishes before a review, for a reason; a second one looks at it afterwards. The gate is not spared.</summary>
    public static StudioDecision PublishUrgently(
        ArticleDraft draft,
        int version,
        int live,
        GateVerdict? gate,
        string? reason,
        StudioPerson by
    ) =>
        !by.HasAny(Roles.Publisher) ? Refuse(StudioRefusal.NoRole)
        : draft.Version != version ? Refuse(StudioRefusal.Stale)
        : draft.State != DraftState.InReview ? Refuse(StudioRefusal.WrongState)
        : string.IsNullOrWhiteSpace(reason) ? Refuse(StudioRefusal.NoReason)
        : !IsSeen(draft, live, gate) ? Refuse(StudioRefusal.NoGate)
        : !gate!.LetsThrough(draft) ? Refuse(StudioRefusal.GateFailed)
        : new StudioDecision.Changed(null, StudioEventKind.PublishedUrgently, Shorten(reason));

    /// <summary>
    /// The program publishes a scheduled draft at its time. While the gate has not seen it beside the live articles it waits; what the gate
    /// does not let through fails, and the old text stays.
    /// </summary>
    public static StudioDecision PublishScheduled(ArticleDraft draft, int live, GateVerdict? gate, DateTimeOffset now) =>
        draft.State != DraftState.Scheduled || draft.PublishAt > now
            ? Refuse(StudioRefusal.WrongState)
            : Publish(draft, live, gate) switch
            {
                StudioDecision.Refused { Refusal: not StudioRefusal.NoGate and var refusal } => new StudioDecision.Changed(
                    Next(draft, DraftState.PublishFailed, now),
                    StudioEventKind.PublishFailed,
                    refusal.ToString()
                ),
                StudioDecision.Changed published when now - draft.PublishAt > LateAfter => published with
                {
                    Text = string.Create(CultureInfo.InvariantCulture, $"late: due {draft.PublishAt:yyyy-MM-dd HH:mm} UTC"),
                },
                var decision => decision,
            };

    public static StudioDecision Discard(ArticleDraft draft, int version, StudioPerson by) =>
        !by.HasAny(Roles.Publisher) && !(by.HasAny(Roles.Editor) && draft.Contributors.Contains(by.Id)) ? Refuse(StudioRefusal.NoRole)
        : draft.Version != version ? Refuse(StudioRefusal.Stale)
        : new StudioDecision.Changed(null, StudioEventKind.Discarded);

    /// <summary>Makes an earlier set live again.</summary>
    /// <param name="wanted">The number of the earlier set.</param>
    public static StudioRefusal? RollBack(int live, int wanted, string? reason, StudioPerson by) =>
        !by.HasAny(Roles.Publisher) ? StudioRefusal.NoRole
        : wanted >= live ? StudioRefusal.WrongState
        : string.IsNullOrWhiteSpace(reason) ? StudioRefusal.NoReason
        : null;

    /// <summary>A reason as it is stored.</summary>
    public static string Shorten(string reason) =>
        reason.Trim() is { Length: > MaxReasonLength } text ? text[..MaxReasonLength] : reason.Trim();

    /// <summary>Never a set that no gate saw: the gate must have seen this text beside the articles that are live now.</summary>
    private static StudioDecision Publish(ArticleDraft draft, int live, GateVerdict? gate) =>
        !draft.IsApproved ? Refuse(StudioRefusal.NotApproved)
        : !IsSeen(draft, live, gate) ? Refuse(StudioRefusal.NoGate)
        : !gate!.LetsThrough(draft) ? Refuse(StudioRefusal.GateFailed)
        : new StudioDecision.Changed(null, StudioEventKind.Published);

    private static bool IsSeen(ArticleDraft draft, int live, GateVerdict? gate) =>
        gate is not null && gate.Digest == draft.HeadDigest && gate.BaseSet == live;

    private static StudioRefusal? CheckPublisher(ArticleDraft draft, int version, StudioPerson by) =>
        !by.HasAny(Roles.Publisher) ? StudioRefusal.NoRole
        : draft.Version != version ? StudioRefusal.Stale
        : draft.State is not (DraftState.Approved or DraftState.Scheduled or DraftState.PublishFailed) ? StudioRefusal.WrongState
        : !draft.IsApproved ? StudioRefusal.NotApproved
        : RiskList.Contains(draft.Key) && draft.ApprovedById == by.Id ? StudioRefusal.SamePerson
        : null;

    private static ArticleDraft Next(ArticleDraft draft, DraftState state, DateTimeOffset now) =>
        draft with
        {
            Version = draft.Version + 1,
            State = state,
            ChangedAt = now,
        };

    private static StudioDecision.Refused Refuse(StudioRefusal refusal) => new(refusal);
}

/// <summary>A stored text of an article.</summary>
internal sealed record DraftText(int Number, string Digest);

/// <summary>What the gate said about one text beside the articles of one set.</summary>
/// <param name="Digest">Of the draft's text.</param>
/// <param name="BaseSet">The number of the set that was live.</param>
internal sealed record GateVerdict(string Digest, int BaseSet, bool IsPassed)
{
    /// <summary>All that stops it, where a publisher may accept these answers; empty where something must be mended.</summary>
    public IReadOnlyList<GateChange> Regressions { get; init; } = [];

    /// <summary>Nothing stops the draft, or all that does was accepted.</summary>
    public bool LetsThrough(ArticleDraft draft) =>
        IsPassed || (Regressions.Count > 0 && Regressions.All(change => draft.Accepted.Any(accepted => accepted.Covers(change))));

    public static GateVerdict Of(string digest, int baseSet, GateReport report) =>
        new(digest, baseSet, report.IsPassed)
        {
            Regressions = report.Findings.Count + report.LostPhrasings.Count == 0 ? [.. report.Blocking] : [],
        };
}
