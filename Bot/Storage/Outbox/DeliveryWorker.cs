using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>
/// Sends activities to the channels that need a push (all but Direct Line): at once after a commit, and again as
/// <see cref="DeliveryPolicy"/> decides. Order is kept within a conversation: an activity waits until the one before it is delivered or
/// given up. Conversations are independent.
/// </summary>
internal sealed partial class DeliveryWorker(
    IDbContextFactory<AssistantDb> dbContextFactory,
    IEnumerable<IChannelSender> channels,
    DeliveryLog deliveryLog,
    ConversationSignals signals,
    IOptions<StorageOptions> options,
    TimeProvider time,
    ILogger<DeliveryWorker> log
) : BackgroundService
{
    /// <summary>The number of conversations that are delivered to at the same time.</summary>
    private const int MaxParallel = 64;

    private readonly IChannelSender[] channels = [.. channels];
    private readonly SemaphoreSlim commitSignal = new(0, 1);
    private readonly SemaphoreSlim deliveryLock = new(1, 1);
    private readonly Lock nextCommitLock = new();

    /// <summary>
    /// The deliveries in progress, by conversation. One whose outcome cannot be stored yet stays here: only it knows what the channel has
    /// accepted, so a failure elsewhere must not lose it.
    /// </summary>
    private readonly Dictionary<string, Task> runningDeliveries = new(StringComparer.Ordinal);
    private Task? nextCommit;

    /// <summary>Delivers everything that is due, including what becomes due meanwhile; one call at a time.</summary>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        await deliveryLock.WaitAsync(cancellationToken);
        try
        {
            await DeliverAllDueAsync(cancellationToken);
        }
        finally
        {
            deliveryLock.Release();
        }
    }

    public override void Dispose()
    {
        commitSignal.Dispose();
        deliveryLock.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (channels.Length == 0)
        {
            return;
        }

        signals.Changed += OnConversationChanged;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var commit = GetNextCommit();
                try
                {
                    await DeliverDueAsync(stoppingToken);
                }
#pragma warning disable CA1031 // The database may recover; the next attempt follows after the interval.
                catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    LogOutboxFailed(exception);
                }

                await WaitForAnyAsync([commit], stoppingToken);
            }
        }
        finally
        {
            signals.Changed -= OnConversationChanged;
            await Task.WhenAll(runningDeliveries.Values); // Store the outcomes before the process ends.
        }
    }

    private async Task DeliverAllDueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var commit = GetNextCommit();
            foreach (var key in runningDeliveries.Where(delivery => delivery.Value.IsCompleted).Select(delivery => delivery.Key).ToList())
            {
                runningDeliveries.Remove(key);
            }

            foreach (var row in await FindDueAsync([.. runningDeliveries.Keys], MaxParallel - runningDeliveries.Count, cancellationToken))
            {
                runningDeliveries[row.ConversationKey] = Task.Run(() => DeliverAsync(row, cancellationToken), CancellationToken.None);
            }

            if (runningDeliveries.Count == 0)
            {
                return;
            }

            await WaitForAnyAsync([.. runningDeliveries.Values, commit], cancellationToken);
        }
    }

    /// <summary>Waits for one of the tasks, for the interval after which another activity may be due, or for cancellation.</summary>
    private async Task WaitForAnyAsync(IEnumerable<Task> tasks, CancellationToken cancellationToken)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny([.. tasks, Task.Delay(options.Value.DeliveryInterval, time, cancelled.Token)]);
        await cancelled.CancelAsync();
    }

    /// <summary>
    /// A task that completes at the next commit. It is fetched before looking for due rows, so that none is missed.
    /// </summary>
    private Task GetNextCommit()
    {
        lock (nextCommitLock)
        {
            return nextCommit = nextCommit is { IsCompleted: false } ? nextCommit : commitSignal.WaitAsync();
        }
    }

    /// <summary>Ignores conversations on channels without a push, such as every question on the web.</summary>
    private void OnConversationChanged(object? sender, ConversationChangedEventArgs e)
    {
        if (commitSignal.CurrentCount == 0 && (e.ChannelId.Length == 0 || Array.Exists(channels, c => c.Serves(e.ChannelId))))
        {
            try
            {
                commitSignal.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another thread has released it in the meantime.
            }
        }
    }

    /// <summary>The first undelivered activity of each conversation, if it is due.</summary>
    private async Task<List<ActivityRow>> FindDueAsync(string[] busyConversations, int limit, CancellationToken cancellationToken)
    {
        if (limit <= 0)
        {
            return [];
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var waiting = db.Set<ActivityRow>().Where(a => a.Progress == Progress.Pending && a.Direction == Direction.Outbound);
        return await waiting
            .Where(a =>
                a.NextAttemptAt <= now
                && !busyConversations.Contains(a.ConversationKey)
                && !waiting.Any(earlier => earlier.ConversationKey == a.ConversationKey && earlier.Sequence < a.Sequence)
            )
            .OrderBy(a => a.Number)
            .Take(limit)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
    }

    /// <summary>One attempt on one activity. Never throws: the outcome is in the database, or the process stops.</summary>
    private async Task DeliverAsync(ActivityRow row, CancellationToken stopping)
    {
        try
        {
            if (!await deliveryLog.ClaimAsync(row, stopping))
            {
                return;
            }
        }
#pragma warning disable CA1031 // Nothing was sent: the row stays due.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogOutboxFailed(exception);
            await Task.Delay(options.Value.DeliveryInterval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        await deliveryLog.StoreAsync(row, await TryAsync(row, stopping), stopping);
    }

    private async Task<DeliveryResult> TryAsync(ActivityRow row, CancellationToken stopping)
    {
        var channelId = row.ConversationKey[..row.ConversationKey.IndexOf('/', StringComparison.Ordinal)];
        if (row.AmbiguousAttempts >= DeliveryPolicy.MaxAmbiguousAttempts)
        {
            return new DeliveryResult.Ambiguous("the outcome was lost"); // The process ended while the last attempt was under way.
        }

        if (Array.Find(channels, c => c.Serves(channelId)) is not { } channel)
        {
            return new DeliveryResult.NotAccepted("no such channel");
        }

        try
        {
            return await channel.DeliverAsync(SchemaJson.FromJson<Activity>(row.Json)!, stopping);
        }
#pragma warning disable CA1031 // An exception means that nothing was sent, for whatever reason.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogSendFailed(exception, row.Number, row.Attempts + 1);
            return new DeliveryResult.NotAccepted(exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Activity {Number} could not be sent, attempt {Attempt}")]
    private partial void LogSendFailed(Exception exception, long number, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be processed")]
    private partial void LogOutboxFailed(Exception exception);
}
