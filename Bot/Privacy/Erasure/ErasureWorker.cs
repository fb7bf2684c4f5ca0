using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Privacy.Retention;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.References;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>
/// Finishes erasures: lists them, repeats those that a restored database does not know, deletes files, carries out those that waited for
/// the end of a case, removes the confirmation once it could be read, and removes the traces in SQLite's index and log. Every step may be
/// repeated, so a crash between them does no harm.
/// </summary>
internal sealed partial class ErasureWorker(
    IDbContextFactory<AssistantDb> dbContextFactory,
    BatchWriter writer,
    PersonalDataEraser eraser,
    DatabaseCompactor compactor,
    ErasureList list,
    ErasureRepeater repeater,
    DeskSettingsStore settingsStore,
    UploadedFiles uploads,
    FileStore files,
    IOptions<RetentionOptions> options,
    RetentionPeriods periods,
    RecentConversationUsers recentUsers,
    TimeProvider time,
    ILogger<ErasureWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>Traces of erased data may still be in the log of the database, because it was in use.</summary>
    private bool isCompactionPending = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        if (list.IsMissing)
        {
            // Nothing was ever erased: waits first, so that the start of the program is not slowed down.
            await timer.WaitForNextTickAsync(stoppingToken);
        }

        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The next run repeats what failed.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailure(exception);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Does what can be done now for each incomplete erasure.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var retention = await periods.GetAsync(cancellationToken);
        isCompactionPending |= await repeater.RepeatAsync(list.ReadIfChanged(retention.Erasures), cancellationToken) > 0;
        list.MarkAsHandled();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var pending = await db.Set<ErasureRow>()
            .AsNoTracking()
            .Where(e => e.CompletedAt == null)
            .OrderBy(e => e.RequestedAt)
            .ToListAsync(cancellationToken);
        foreach (var erasure in pending)
        {
            list.Add(ErasureEntry.From(erasure));
            isCompactionPending |= await ContinueAsync(db, erasure, cancellationToken);
        }

        if (isCompactionPending)
        {
            isCompactionPending = !await compactor.RemoveTracesAsync(cancellationToken);
        }
    }

    /// <returns>Whether anything was erased.</returns>
    private async Task<bool> ContinueAsync(AssistantDb db, ErasureRow erasure, CancellationToken cancellationToken)
    {
        if (erasure.State == ErasureState.WaitingForCases && !await TryEraseRestAsync(db, erasure, cancellationToken))
        {
            return await DeleteFilesAsync(db, erasure, cancellationToken);
        }

        var current = await db.Set<ErasureRow>().AsNoTracking().FirstAsync(e => e.Id == erasure.Id, cancellationToken);
        var hasDeletedFiles = await DeleteFilesAsync(db, current, cancellationToken);
        var now = time.GetUtcNow();
        var isConfirmationOver =
            current.Remaining?.Conversation is null
            || current.RequestedAt <= (now - DirectLineTranscript.ErasureConfirmationLifetime).ToUnixTimeMilliseconds();
        return isConfirmationOver
            ? await writer.WriteAsync(scope => CompleteAsync(scope.Db, current, now, cancellationToken), cancellationToken)
            : hasDeletedFiles;
    }

    /// <summary>Carries out an erasure that waited, when all cases of the person have ended for some time.</summary>
    private async Task<bool> TryEraseRestAsync(AssistantDb db, ErasureRow erasure, CancellationToken cancellationToken)
    {
        var endedBefore = time.GetUtcNow() - options.Value.AfterLastCase;
        var isWaiting = await db.Set<CaseRow>()
            .AnyAsync(
                r =>
                    r.ChannelId == erasure.ChannelId
                    && r.UserId == erasure.UserId
                    && r.ErasedAt == null
                    && (r.Group != CaseGroup.Ended || r.ChangedAt > endedBefore),
                cancellationToken
            );
        if (isWaiting)
        {
            return false;
        }

        var settings = await settingsStore.GetAsync(cancellationToken);
        var conversationId = erasure.Remaining is { ConversationIds: [var next, ..] } ? next : "";
        var request = new ErasePersonalDataEffect(
            erasure.Id,
            erasure.ChannelId,
            conversationId,
            erasure.UserId!,
            ActivityId: null,
            KeepsOpenCases: false,
            time.GetUtcNow(),
            settings
        );
        var order = new ErasureOrder(new Actor(ActorKind.Asker, erasure.UserId!, null), erasure.ChannelId, null);
        return await writer.WriteAsync(
            async scope => await eraser.EraseAsync(scope.Db, request, order, cancellationToken),
            cancellationToken
        );
    }

    private async Task<bool> DeleteFilesAsync(AssistantDb db, ErasureRow erasure, CancellationToken cancellationToken)
    {
        var deleted = (erasure.Remaining?.ConversationIds ?? []).Sum(uploads.DeleteOf);
        foreach (var id in (erasure.Remaining?.FileIds ?? []).Where(files.Exists))
        {
            if (!await db.Set<CaseFileRow>().AnyAsync(f => f.Id == id, cancellationToken))
            {
                files.Delete(id);
                deleted++;
            }
        }

        return deleted > 0;
    }

    /// <summary>Removes the confirmation and the person's id.</summary>
    private async ValueTask<bool> CompleteAsync(AssistantDb db, ErasureRow erasure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (erasure.Remaining?.Conversation is { } key)
        {
            if (!await TryRemoveConfirmationAsync(db, key, erasure, cancellationToken))
            {
                return false;
            }

            recentUsers.Remove(key, erasure.UserId ?? "");
        }

        await db.Set<ErasureRow>()
            .Where(e => e.Id == erasure.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(e => e.State, ErasureState.Completed)
                        .SetProperty(e => e.UserId, (string?)null)
                        .SetProperty(e => e.Remaining, (ErasureWork?)null)
                        .SetProperty(e => e.CompletedAt, now.ToUnixTimeMilliseconds()),
                cancellationToken
            );
        return true;
    }

    /// <returns>False when a message still waits for its delivery.</returns>
    private static async Task<bool> TryRemoveConfirmationAsync(
        AssistantDb db,
        string key,
        ErasureRow erasure,
        CancellationToken cancellationToken
    )
    {
        var activities = db.Set<ActivityRow>().Where(a => a.ConversationKey == key);
        if (await activities.AnyAsync(a => a.Direction == Direction.Outbound && a.Progress == Progress.Pending, cancellationToken))
        {
            return false;
        }

        // On other channels the conversation goes on when the person has written again; what follows is new data.
        var isWebChat = erasure.ChannelId == ChannelIds.Directline;
        if (!isWebChat && await activities.AnyAsync(a => a.Direction == Direction.Inbound, cancellationToken))
        {
            return true;
        }

        await activities.ExecuteDeleteAsync(cancellationToken);
        await db.Set<StateRow>().Where(s => s.Key == key).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ConversationUserRow>().Where(u => u.ConversationKey == key).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ConversationReferenceRow>().Where(r => r.Key == key).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ConversationRow>().Where(c => c.Key == key && c.ErasedAt == null).ExecuteDeleteAsync(cancellationToken);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An erasure of personal data could not be finished")]
    private partial void LogFailure(Exception exception);
}
