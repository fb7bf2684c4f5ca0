using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Urgent;

/// <summary>The publications that a second person still has to look at.</summary>
internal sealed class UrgentStore(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    /// <summary>Those that wait, the earliest due first.</summary>
    public async Task<IReadOnlyList<UrgentRow>> ListWaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<UrgentRow>()
            .AsNoTracking()
            .Where(u => u.ReviewedAt == null)
            .OrderBy(u => u.DueAt)
            .ToListAsync(cancellationToken);
        var live = rows.Count == 0 ? null : await db.FindLiveSetAsync(cancellationToken);
        return [.. rows.Where(row => UrgentRules.IsWaiting(row, live?.Members ?? []))];
    }

    /// <returns>Null when it was noted.</returns>
    public async Task<StudioRefusal?> ReviewAsync(int set, StudioPerson by, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Set<UrgentRow>().AsNoTracking().FirstOrDefaultAsync(u => u.Set == set, cancellationToken) is not { } row)
        {
            return StudioRefusal.Missing;
        }

        var refusal = UrgentRules.Review(row, by);
        if (refusal is not (null or StudioRefusal.OwnWork))
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        var kind = refusal is null ? StudioEventKind.ReviewedAfterwards : StudioEventKind.Refused;
        if (refusal is null)
        {
            db.Update(row with { ReviewedById = by.Id, ReviewedByName = by.Name, ReviewedAt = now });
        }

        await db.AppendEventAsync(
            StudioRows.CreateEvent(kind, by, now) with
            {
                Key = row.Key,
                Revision = row.Revision,
                Text = refusal?.ToString(),
            },
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return refusal;
    }

    /// <summary>Those that became overdue and of which nobody was told; they count as told from now on.</summary>
    public async Task<IReadOnlyList<UrgentRow>> TakeOverdueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var overdue = (await ListWaitingAsync(cancellationToken)).Where(row => row.DueAt < now && row.MailedAt is null).ToList();
        if (overdue.Count > 0)
        {
            await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
            db.UpdateRange(overdue.Select(row => row with { MailedAt = now }));
            await db.SaveChangesAsync(cancellationToken);
        }

        return overdue;
    }
}
