using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>
/// Removes what deleted rows leave behind in SQLite: the words of removed cases in the full-text index and earlier versions of pages in the
/// write-ahead log. On PostgreSQL the server's own vacuum, log and backups follow the operator's schedule.
/// </summary>
internal sealed class DatabaseCompactor(IDbContextFactory<AssistantDb> dbContextFactory, BatchWriter writer)
{
    /// <summary>The pages of the index that are rewritten at once, so that other writes wait only a short time.</summary>
    private const int PagesAtOnce = 200;

    /// <returns>False when the log is in use, so that this must be repeated.</returns>
    public async Task<bool> RemoveTracesAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        if (!db.Database.IsSqlite())
        {
            return true;
        }

        for (
            var pages = -PagesAtOnce;
            await writer.WriteAsync(async scope => await CaseSearch.RewriteAsync(scope.Db, pages, cancellationToken), cancellationToken);
            pages = PagesAtOnce
        )
        {
            // Each call rewrites a part of the index in a write of its own.
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return await command.ExecuteScalarAsync(cancellationToken) is 0L;
    }
}
