using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>What a proof of all histories found.</summary>
/// <param name="Broken">The cases whose history does not hold, with the first entry at which it does not.</param>
internal sealed record HistoryReport(int Cases, int Events, IReadOnlyList<(string CaseNumber, HistoryBreak Break)> Broken);

/// <summary>Proves the history of every case. Reads only.</summary>
internal sealed class HistoryVerifier(IDbContextFactory<AssistantDb> databases)
{
    private const int AtATime = 200;

    public async Task<HistoryReport> VerifyAsync(CancellationToken cancellationToken)
    {
        var (cases, events, last) = (0, 0, "");
        var broken = new List<(string, HistoryBreak)>();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);

        // One view of the database for all reads, for cases go on changing while they are proved; it holds up no writer.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = Begin(db);
        await db.Database.UseTransactionAsync(snapshot, cancellationToken);
        while (true)
        {
            var rows = await db.Set<CaseRow>()
                .AsNoTracking()
                .Where(r => r.CaseNumber.CompareTo(last) > 0)
                .OrderBy(r => r.CaseNumber)
                .Take(AtATime)
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
                if (CaseHistory.Verify(request, history) is { } found)
                {
                    broken.Add((request.CaseNumber, found));
                }

                events += history.Count;
            }

            (cases, last) = (cases + rows.Count, rows[^1].CaseNumber);
        }
    }

    private static DbTransaction Begin(AssistantDb db) =>
        db.Database.GetDbConnection() is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : db.Database.GetDbConnection().BeginTransaction(IsolationLevel.RepeatableRead);
}
