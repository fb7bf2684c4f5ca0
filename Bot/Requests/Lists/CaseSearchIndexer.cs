using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>
/// Adds cases that are not in the search index, the newest first: a migration that changes what is indexed empties the index. The desk
/// works meanwhile.
/// </summary>
internal sealed partial class CaseSearchIndexer(
    IDbContextFactory<AssistantDb> dbContextFactory,
    BatchWriter writer,
    ILogger<CaseSearchIndexer> log
) : BackgroundService
{
    /// <summary>So few that what others write waits only a moment.</summary>
    private const int BatchSize = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await IndexMissingAsync(stoppingToken) > 0) { }
        }
#pragma warning disable CA1031 // The service works without the rest of the index; the next start goes on.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailure(exception);
        }
    }

    /// <returns>The number of cases that were added.</returns>
    public async Task<int> IndexMissingAsync(CancellationToken cancellationToken)
    {
        await using (var db = await dbContextFactory.CreateDbContextAsync(cancellationToken))
        {
            if (!await CaseSearch.FindMissing(db, 1).AnyAsync(cancellationToken))
            {
                return 0;
            }
        }

        // Found and added by the writer: a case that is erased meanwhile must not come back into the index.
        return await writer.WriteAsync(scope => IndexBatchAsync(scope.Db, cancellationToken), cancellationToken);
    }

    private static async ValueTask<int> IndexBatchAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        var numbers = await CaseSearch.FindMissing(db, BatchSize).ToListAsync(cancellationToken);
        var rows = await db.Set<CaseRow>()
            .AsNoTracking()
            .Where(row => numbers.Contains(row.NumericCaseNumber))
            .Select(row => new { row.NumericCaseNumber, row.Facts })
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            await CaseSearch.IndexAsync(db, row.NumericCaseNumber, row.Facts, cancellationToken);
        }

        return rows.Count;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index of cases is not complete")]
    private partial void LogFailure(Exception exception);
}
