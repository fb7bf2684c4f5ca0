using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Evaluation.Gate;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Gate;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Urgent;

namespace PolicyAssistantBot.Studio.Store;

/// <summary>
/// Stores what a rule decided: the draft, its text, the set that becomes live, and the event, in one transaction or not at all.
/// Transactions exclude each other, so what a rule saw is still so when its decision is stored.
/// </summary>
internal sealed class StudioTransaction(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    /// <summary>Decides on the draft of an article.</summary>
    /// <param name="by">Null for the program itself.</param>
    /// <param name="text">The text that the decision is about; null for the one that the draft has.</param>
    public async Task<StudioDecision> DecideAsync(
        string key,
        StudioPerson? by,
        PreparedFile? text,
        Func<DraftCase, StudioDecision> decide,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var draft = await db.Set<ArticleDraft>().AsNoTracking().FirstOrDefaultAsync(d => d.Key == key, cancellationToken);
        var live = await db.FindLiveSetAsync(cancellationToken);
        var basedOn = draft?.BasedOn ?? live?.Members.FirstOrDefault(member => member.Key == key)?.Revision ?? 0;
        var head = text is null
            ? null
            : await db.AddRevisionAsync(text, draft?.Head ?? basedOn, RevisionOrigin.Editor, by, now, cancellationToken);
        var gate = draft is null || live is null ? null : await db.FindGateAsync(key, draft.HeadDigest, live.Number, cancellationToken);
        var decision = decide(
            new DraftCase(draft, basedOn, live?.Number ?? 0, head is null ? null : new(head.Number, head.Digest), now)
            {
                Gate = gate is null ? null : GateVerdict.Of(gate.Digest, gate.BaseSet, gate.Report) with { IsPassed = gate.IsPassed },
                Report = gate?.Report,
            }
        );
        switch (decision)
        {
            case StudioDecision.Changed changed:
                await StoreAsync(db, live, draft, changed, key, by, now, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return changed;
            case StudioDecision.Refused { Refusal: StudioRefusal.OwnWork or StudioRefusal.SamePerson } refused when draft is not null:
                var tried = CreateEvent(StudioEventKind.Refused, draft, by, now) with { Text = refused.Refusal.ToString() };
                await db.AppendEventAsync(tried, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return refused;
            default:
                return decision;
        }
    }

    /// <summary>Makes an earlier set live again, as a new set.</summary>
    /// <returns>Null when it is live.</returns>
    public async Task<StudioRefusal?> RollBackAsync(int number, string? reason, StudioPerson by, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var live = await db.FindLiveSetAsync(cancellationToken);
        var wanted = await db.Set<SetRow>().AsNoTracking().FirstOrDefaultAsync(s => s.Number == number, cancellationToken);
        if (live is null || wanted is null)
        {
            return StudioRefusal.Missing;
        }

        if (StudioRules.RollBack(live.Number, number, reason, by) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        await db.AddSetAsync(
            CreateSet(live, wanted.Members, SetOrigin.RollBack, by, now) with
            {
                Reason = StudioRules.Shorten(reason!),
            },
            StudioRows.CreateEvent(StudioEventKind.RolledBack, by, now) with
            {
                Text = $"{number}: {reason!.Trim()}",
            },
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static async Task StoreAsync(
        AssistantDb db,
        SetRow? live,
        ArticleDraft? before,
        StudioDecision.Changed changed,
        string key,
        StudioPerson? by,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var stored = changed.Draft ?? before;
        var happened = stored is null ? StudioRows.CreateEvent(changed.Event, by, now) : CreateEvent(changed.Event, stored, by, now);
        happened = happened with { Text = changed.Text };
        if (before is not null && changed.Draft != before)
        {
            await db.Set<ArticleDraft>().Where(d => d.Key == key).ExecuteDeleteAsync(cancellationToken);
        }

        if (changed.Draft is null)
        {
            await db.Set<GateRow>().Where(g => g.Key == key).ExecuteDeleteAsync(cancellationToken);
        }

        if (changed.Draft is { } draft && draft != before)
        {
            db.Add(draft);
        }

        if (changed.Event is not (StudioEventKind.Published or StudioEventKind.PublishedUrgently))
        {
            await db.AppendEventAsync(happened, cancellationToken);
            return;
        }

        var head = await db.Set<RevisionRow>().AsNoTracking().FirstAsync(r => r.Key == key && r.Number == before!.Head, cancellationToken);
        SetMember[] members = [.. (live?.Members ?? []).Where(member => member.Key != key), head.ToMember()];
        var set = CreateSet(live, members, SetOrigin.Publication, by, now) with
        {
            ApprovedByName = before!.ApprovedByName,
            Reason = before.Reason,
        };
        if (changed.Event == StudioEventKind.PublishedUrgently)
        {
            db.Add(CreateUrgent(set, before, changed.Text!, now));
        }

        await db.AddSetAsync(set, happened, cancellationToken);
    }

    private static UrgentRow CreateUrgent(SetRow set, ArticleDraft draft, string reason, DateTimeOffset now)
    {
        var due = WorkingCalendar.Default.AddWorkingDays(HanoiTime.DayOf(now), 1).Due;
        return new()
        {
            Set = set.Number,
            Key = draft.Key,
            Before = draft.BasedOn,
            Revision = draft.Head,
            Contributors = draft.Contributors,
            Reason = reason,
            At = now,
            ById = set.ById!,
            ByName = set.ByName!,
            DueAt = HanoiTime.StartOf(due) + (now - HanoiTime.StartOf(HanoiTime.DayOf(now))),
        };
    }

    private static SetRow CreateSet(
        SetRow? live,
        IReadOnlyList<SetMember> members,
        SetOrigin origin,
        StudioPerson? by,
        DateTimeOffset now
    ) =>
        new()
        {
            Number = (live?.Number ?? 0) + 1,
            Digest = "",
            Members = [.. members.OrderBy(member => member.Path, StringComparer.Ordinal)],
            Origin = origin,
            At = now,
            ById = by?.Id,
            ByName = by?.Name,
        };

    private static StudioEvent CreateEvent(StudioEventKind kind, ArticleDraft draft, StudioPerson? by, DateTimeOffset now) =>
        StudioRows.CreateEvent(kind, by, now) with
        {
            Key = draft.Key,
            Revision = draft.Head,
            Digest = draft.HeadDigest,
        };
}

/// <summary>What a rule decides on.</summary>
/// <param name="Draft">The open draft of the article; null when there is none.</param>
/// <param name="BasedOn">The revision that it changes: of the draft, else the live one; 0 for a new article.</param>
/// <param name="Live">The number of the live set.</param>
/// <param name="Text">The new text, stored as a revision if the rule agrees.</param>
internal sealed record DraftCase(ArticleDraft? Draft, int BasedOn, int Live, DraftText? Text, DateTimeOffset Now)
{
    /// <summary>What the gate said about the draft's text beside the live set; null while it has not seen them together.</summary>
    public GateVerdict? Gate { get; init; }

    /// <inheritdoc cref="Gate"/>
    public GateReport? Report { get; init; }
}
