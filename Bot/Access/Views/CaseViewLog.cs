using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.Views;

/// <summary>
/// Records who viewed which case and when, so that a leak can be traced. Code that shows personal data of a case must record the view
/// first.
/// </summary>
internal sealed class CaseViewLog(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    public const int PageSize = 100;

    public async Task RecordAsync(SignedInAccount account, string caseNumber, ViewedItem item, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        db.Add(
            new CaseViewEntry
            {
                At = time.GetUtcNow(),
                AccountId = account.Id,
                AccountName = account.DisplayName,
                CaseNumber = caseNumber,
                Item = item,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whether the person has viewed the case before.</summary>
    public async Task<bool> HasViewedAsync(string accountId, string caseNumber, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<CaseViewEntry>().AnyAsync(v => v.CaseNumber == caseNumber && v.AccountId == accountId, cancellationToken);
    }

    /// <summary>Lists views, newest first.</summary>
    /// <param name="caseNumber">Only views of this case; null for all.</param>
    /// <param name="accountId">Only views by this account; null for all.</param>
    /// <param name="before">The number of the last entry of the previous page; null for the first page.</param>
    public async Task<IReadOnlyList<CaseViewEntry>> ListAsync(
        string? caseNumber,
        string? accountId,
        long? before,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var views = db.Set<CaseViewEntry>().AsNoTracking();
        views = caseNumber is null ? views : views.Where(v => v.CaseNumber == caseNumber);
        views = accountId is null ? views : views.Where(v => v.AccountId == accountId);
        views = before is null ? views : views.Where(v => v.Number < before);
        return await views.OrderByDescending(v => v.Number).Take(PageSize + 1).ToListAsync(cancellationToken);
    }
}
