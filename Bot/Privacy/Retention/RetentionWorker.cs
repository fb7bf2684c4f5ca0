using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Privacy.Retention;

/// <summary>Deletes what is older than its retention period, in small batches, so that other writes wait only a short time.</summary>
internal sealed partial class RetentionWorker(
    IDbContextFactory<AssistantDb> dbContextFactory,
    BatchWriter writer,
    CaseRetention cases,
    UploadedFiles uploads,
    DatabaseCompactor compactor,
    IOptions<RetentionOptions> options,
    RetentionPeriods periods,
    TimeProvider time,
    ILogger<RetentionWorker> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(options.Value.StartDelay, time, stoppingToken);
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            await RunAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Deletes everything that is due. What fails is logged and repeated by the next run; the other kinds of data go on.</summary>
    /// <returns>The number of deleted rows and files and of erased cases.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsEnabled)
        {
            return 0;
        }

        var (count, inForce) = (0, await periods.GetAsync(cancellationToken));
        foreach (var table in PersonalDataRegistry.Tables.Where(table => table.HasExpiry))
        {
            var name = table.EntityType.Name;
            count += await TryAsync(name, () => DeleteAsync(inForce.GetDays(table.Kind), table.FindExpiredAsync, cancellationToken));
            if (table.PartKind is { } partKind)
            {
                count += await TryAsync(name, () => DeleteAsync(inForce.GetDays(partKind), table.FindExpiredPartAsync, cancellationToken));
            }
        }

        count += await TryAsync("uploads", () => Task.FromResult(uploads.DeleteOlderThan(time.GetUtcNow().AddDays(-inForce.Uploads))));
        count += await TryAsync("cases", () => cases.EraseDueAsync(cancellationToken));
        if (count > 0)
        {
            LogDeleted(count);
            await TryAsync("traces", async () => await compactor.RemoveTracesAsync(cancellationToken) ? 1 : 0);
        }

        return count;
    }

    private async Task<int> DeleteAsync(
        int? keptDays,
        Func<AssistantDb, long, int, CancellationToken, IAsyncEnumerable<ExpiredRows>> findExpired,
        CancellationToken cancellationToken
    )
    {
        if (keptDays is not { } days)
        {
            return 0;
        }

        var count = 0;
        var before = time.GetUtcNow().AddDays(-days).ToUnixTimeMilliseconds();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await foreach (var expired in findExpired(db, before, options.Value.BatchSize, cancellationToken))
        {
            await writer.WriteAsync(
                async scope =>
                {
                    await expired.DeleteAsync(scope.Db, cancellationToken);
                    return true;
                },
                cancellationToken
            );
            count += expired.Count;
        }

        return count;
    }

    private async Task<int> TryAsync(string what, Func<Task<int>> delete)
    {
        try
        {
            return await delete();
        }
#pragma warning disable CA1031 // One kind of data must not keep the others from being deleted.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailure(exception, what);
            return 0;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Count} rows, files and cases were deleted because their retention period is over"
    )]
    private partial void LogDeleted(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Old data was not deleted: {What}")]
    private partial void LogFailure(Exception exception, string what);
}
