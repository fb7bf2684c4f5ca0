using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Privacy.Retention;

/// <summary>Erases the content and the contact of cases that ended long ago; their history and their figures remain.</summary>
internal sealed class CaseRetention(
    IDbContextFactory<AssistantDb> dbContextFactory,
    CaseTransaction caseTransaction,
    RetentionPeriods periods,
    TimeProvider time
)
{
    /// <summary>The cases that are looked up at once; each is erased in a transaction of its own.</summary>
    private const int BatchSize = 50;

    /// <returns>The number of erased cases.</returns>
    public async Task<int> EraseDueAsync(CancellationToken cancellationToken)
    {
        var (count, before) = (0, time.GetUtcNow().AddDays(-(await periods.GetAsync(cancellationToken)).Cases));
        while (true)
        {
            await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
            var due = await db.Set<CaseRow>()
                .Where(r => r.Group == CaseGroup.Ended && r.ChangedAt < before && r.ErasedAt == null)
                .OrderBy(r => r.ChangedAt)
                .Select(r => r.CaseNumber)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            if (due.Count == 0)
            {
                return count;
            }

            foreach (var number in due)
            {
                await EraseAsync(number, cancellationToken);
                count++;
            }
        }
    }

    private async Task EraseAsync(string number, CancellationToken cancellationToken) =>
        await caseTransaction.RunAsync(
            async db =>
                await CaseStore.ReadAsync(db, number, cancellationToken) is { } stored
                    ? new CaseChange(stored, CaseRules.Erase(stored, CaseRules.RetentionActor, "system", time.GetUtcNow(), reason: null))
                    : null,
            cancellationToken
        );
}
