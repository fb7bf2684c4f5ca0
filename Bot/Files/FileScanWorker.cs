using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Files;

/// <summary>
/// Background service: scans files, releases or deletes them and notifies the asker; deletes files that belong to no case.
/// </summary>
internal sealed partial class FileScanWorker(
    IDbContextFactory<AssistantDb> dbContextFactory,
    FileStore store,
    IFileScanner scanner,
    FileOfferComposer offerComposer,
    Outbox outbox,
    IOptions<CaseFileOptions> options,
    TimeProvider time,
    ILogger<FileScanWorker> log
) : BackgroundService
{
    /// <summary>For the operator's monitoring.</summary>
    public const int NoScannerEvent = 1501;

    private static readonly TimeSpan CleanupInterval = TimeSpan.FromHours(6);
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(15);

    /// <summary>The first cleanup waits, so that the start of the program is not slowed down.</summary>
    private static readonly TimeSpan StartDelay = TimeSpan.FromMinutes(1);

    /// <summary>Scans all files that are due.</summary>
    public async Task ScanDueAsync(CancellationToken cancellationToken)
    {
        while (await FindNextAsync(cancellationToken) is { } file)
        {
            var verdict = await ScanAsync(file, cancellationToken);
            await StoreVerdictAsync(file, verdict, cancellationToken);
        }
    }

    /// <summary>Deletes old files that belong to no case.</summary>
    public async Task DeleteUnusedAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        foreach (var id in store.ListOlderThan(time.GetUtcNow() - options.Value.UnusedLifetime))
        {
            if (!await db.Set<CaseFileRow>().AnyAsync(f => f.Id == id, cancellationToken))
            {
                store.Delete(id);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ClamAv is null)
        {
            LogNoScanner();
        }

        var nextCleanup = time.GetUtcNow() + StartDelay;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (options.Value.ClamAv is not null)
                {
                    await ScanDueAsync(stoppingToken);
                }

                if (time.GetUtcNow() >= nextCleanup)
                {
                    nextCleanup = time.GetUtcNow() + CleanupInterval;
                    await DeleteUnusedAsync(stoppingToken);
                }
            }
#pragma warning disable CA1031 // The database or the disk may recover; the next attempt follows after the interval.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailure(exception);
            }

            var delay = options.Value.ClamAv is null ? nextCleanup - time.GetUtcNow() : options.Value.ScanInterval;
            await Task.Delay(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, time, stoppingToken);
        }
    }

    private async Task<CaseFileRow?> FindNextAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<CaseFileRow>()
            .AsNoTracking()
            .Where(f => f.State == FileState.AwaitingScan && f.NextScanAt <= now)
            .OrderBy(f => f.NextScanAt)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<ScanVerdict> ScanAsync(CaseFileRow file, CancellationToken cancellationToken)
    {
        if (!store.Exists(file.Id))
        {
            return new ScanVerdict.Failed("the file is gone");
        }

        await using var content = store.OpenRead(file.Id);
        return await scanner.ScanAsync(content, cancellationToken);
    }

    private async Task StoreVerdictAsync(CaseFileRow file, ScanVerdict verdict, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (
            await db.Set<CaseFileRow>().FirstOrDefaultAsync(f => f.Id == file.Id && f.State == FileState.AwaitingScan, cancellationToken)
            is not { } row
        )
        {
            return; // The official removed it meanwhile.
        }

        var composeNotices = verdict switch
        {
            ScanVerdict.Clean => MarkClean(row, isTold: await IsToldAsync(db, row, cancellationToken)),
            ScanVerdict.Infected infected => MarkInfected(row, infected.Name),
            _ => PostponeScan(row, (ScanVerdict.Failed)verdict),
        };
        await db.SaveChangesAsync(cancellationToken);
        if (composeNotices is not null)
        {
            var request = CaseRowMapper.ToRequest(
                await db.Set<CaseRow>().AsNoTracking().FirstAsync(r => r.CaseNumber == row.CaseNumber, cancellationToken)
            );
            foreach (var activity in composeNotices(request))
            {
                await outbox.AppendAsync(db, request.Asker.GetConversationReference(), activity, cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        if (row.State == FileState.Infected)
        {
            store.Delete(row.Id);
        }
    }

    /// <summary>Whether the asker has the message that the file goes with. If not, the file goes out with it.</summary>
    private static async Task<bool> IsToldAsync(AssistantDb db, CaseFileRow row, CancellationToken cancellationToken) =>
        row.ReplyEventSequence is { } sequence
        && !(await DelayedNotice.FindFirstWaitingAsync(db, row.CaseNumber, cancellationToken) <= sequence);

    /// <returns>The notice for the asker; null when there is none.</returns>
    private Func<SupportRequest, IReadOnlyList<Activity>>? MarkClean(CaseFileRow row, bool isTold)
    {
        row.State = FileState.Clean;
        return !isTold ? null : request => offerComposer.Compose(request, [row]);
    }

    private Func<SupportRequest, IReadOnlyList<Activity>>? MarkInfected(CaseFileRow row, string malwareName)
    {
        LogInfected(row.CaseNumber, malwareName);
        (row.State, row.MalwareName) = (FileState.Infected, malwareName);
        return row.Origin == FileOrigin.Official ? null : request => [ComposeInfectedNotice(request, row)];
    }

    private Func<SupportRequest, IReadOnlyList<Activity>>? PostponeScan(CaseFileRow row, ScanVerdict.Failed failed)
    {
        row.ScanAttempts++;
        var wait = TimeSpan.FromTicks(Math.Min(MaxWait.Ticks, options.Value.ScanInterval.Ticks << Math.Min(row.ScanAttempts, 20)));
        row.NextScanAt = (time.GetUtcNow() + wait).ToUnixTimeMilliseconds();
        LogNotScanned(row.CaseNumber, row.ScanAttempts, failed.Reason);
        return null;
    }

    private static Activity ComposeInfectedNotice(SupportRequest request, CaseFileRow row)
    {
        var lang = LangCodes.Parse(request.Facts.Language) ?? Lang.Vi;
        return new Activity
        {
            Type = ActivityTypes.Message,
            Text = FileTexts.MalwareFound.With(lang, row.Name, request.CaseNumber),
            TextFormat = TextFormatTypes.Plain,
            Locale = lang.Locale(),
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file of case {CaseNumber} contained {MalwareName} and was deleted")]
    private partial void LogInfected(string caseNumber, string malwareName);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file of case {CaseNumber} could not be scanned, attempt {Attempt}: {Reason}")]
    private partial void LogNotScanned(string caseNumber, int attempt, string reason);

    [LoggerMessage(
        EventId = NoScannerEvent,
        Level = LogLevel.Warning,
        Message = "Files are accepted without being scanned for malware. Set Files:ClamAv to the address of clamd."
    )]
    private partial void LogNoScanner();

    [LoggerMessage(Level = LogLevel.Error, Message = "Files could not be scanned or deleted")]
    private partial void LogFailure(Exception exception);
}
