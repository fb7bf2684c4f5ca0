using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Holds;

/// <summary>Stores holds with their events.</summary>
internal sealed class HoldStore(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    /// <summary>The holds in force, newest first.</summary>
    public async Task<IReadOnlyList<HoldRow>> ListInForceAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<HoldRow>()
            .AsNoTracking()
            .Where(h => h.LiftedAt == null)
            .OrderByDescending(h => h.Number)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The holds that were lifted, newest first.</summary>
    public async Task<IReadOnlyList<HoldRow>> ListLiftedAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<HoldRow>()
            .AsNoTracking()
            .Where(h => h.LiftedAt != null)
            .OrderByDescending(h => h.Number)
            .Take(KnowledgeStore.PageSize)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Decides about a new hold.</summary>
    /// <param name="decide">Gets the holds in force and the number of the new one.</param>
    public async Task<HoldDecision> PlaceAsync(
        Func<IReadOnlyList<HoldRow>, int, DateTimeOffset, HoldDecision> decide,
        StudioPerson by,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var rows = await db.Set<HoldRow>().AsNoTracking().Where(h => h.LiftedAt == null).ToListAsync(cancellationToken);
        var last = await db.Set<HoldRow>().MaxAsync(h => (int?)h.Number, cancellationToken) ?? 0;
        var decision = decide(rows, last + 1, time.GetUtcNow());
        if (decision is HoldDecision.Changed { Row: var row } changed)
        {
            db.Add(row);
            await db.AppendEventAsync(CreateEvent(changed, by, row.Reason), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return decision;
    }

    /// <summary>Decides about lifting a hold.</summary>
    public async Task<HoldDecision> LiftAsync(
        int number,
        Func<HoldRow, DateTimeOffset, HoldDecision> decide,
        StudioPerson by,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Set<HoldRow>().AsNoTracking().FirstOrDefaultAsync(h => h.Number == number, cancellationToken) is not { } before)
        {
            return new HoldDecision.Refused(StudioRefusal.Missing);
        }

        var decision = decide(before, time.GetUtcNow());
        switch (decision)
        {
            case HoldDecision.Changed { Row: var row } changed:
                db.Update(row);
                await db.AppendEventAsync(CreateEvent(changed, by, row.LiftReason), cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                break;
            case HoldDecision.Refused { Refusal: StudioRefusal.NeedsSecond and var refusal }:
                var tried = CreateEvent(new HoldDecision.Changed(before, StudioEventKind.Refused), by, refusal.ToString());
                await db.AppendEventAsync(tried, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                break;
            default:
                break;
        }

        return decision;
    }

    private StudioEvent CreateEvent(HoldDecision.Changed changed, StudioPerson by, string? text) =>
        StudioRows.CreateEvent(changed.Event, by, time.GetUtcNow()) with
        {
            Key = changed.Row.Key.Length is > 0 and <= RevisionConfiguration.MaxKeyLength ? changed.Row.Key : null,
            Text = text,
        };
}
