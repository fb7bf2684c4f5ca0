using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>The result of verifying all histories.</summary>
/// <param name="BrokenHistories">The cases whose history is not valid, with the first invalid entry.</param>
internal sealed record HistoryReport(int Cases, int Events, IReadOnlyList<(string CaseNumber, HistoryBreak Break)> BrokenHistories);

/// <summary>Verifies the history of every case. Only reads.</summary>
internal sealed class HistoryVerifier(IDbContextFactory<AssistantDb> dbContextFactory)
{
    private const int BatchSize = 200;

    public async Task<HistoryReport> VerifyAsync(CancellationToken cancellationToken)
    {
        var (cases, events, lastCaseNumber) = (0, 0, "");
        var broken = new List<(string, HistoryBreak)>();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);

        // One snapshot of the database for all reads, because cases change during the verification; it does not block writers.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = BeginSnapshot(db);
        await db.Database.UseTransactionAsync(snapshot, cancellationToken);
        while (true)
        {
            var rows = await db.Set<CaseRow>()
                .AsNoTracking()
                .Where(r => r.CaseNumber.CompareTo(lastCaseNumber) > 0)
                .OrderBy(r => r.CaseNumber)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                return new HistoryReport(cases, events, broken);
            }

            var numbers = rows.Select(r => r.CaseNumber).ToList();
            var histories = (
                await db.Set<CaseEvent>().AsNoTracking().Where(e => numbers.Contains(e.CaseNumber)).ToListAsync(cancellationToken)
            ).ToLookup(e => e.CaseNumber, StringComparer.Ordinal);
            foreach (var request in rows.Select(CaseRowMapper.ToRequest))
            {
                var history = histories[request.CaseNumber].OrderBy(e => e.Sequence).ToList();
                if (CaseHistory.Verify(request, history) is { } historyBreak)
                {
                    broken.Add((request.CaseNumber, historyBreak));
                }

                events += history.Count;
            }

            (cases, lastCaseNumber) = (cases + rows.Count, rows[^1].CaseNumber);
        }
    }

    private static DbTransaction BeginSnapshot(AssistantDb db) =>
        db.Database.GetDbConnection() is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : db.Database.GetDbConnection().BeginTransaction(IsolationLevel.RepeatableRead);
}
