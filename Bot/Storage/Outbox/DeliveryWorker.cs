using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>
/// Sends activities to the channels that are pushed to: at once after a commit, and again as <see cref="DeliveryPolicy"/> decides. Order is
/// kept within a conversation: an activity waits until the one before it is delivered or parked. Conversations are independent.
/// </summary>
internal sealed partial class DeliveryWorker(
    IDbContextFactory<AssistantDb> databases,
    IEnumerable<IChannelDelivery> channels,
    DeliveryLog outcomes,
    ConversationSignals signals,
    IOptions<StorageOptions> options,
    TimeProvider time,
    ILogger<DeliveryWorker> log
) : BackgroundService
{
    /// <summary>Conversations that are served at the same time.</summary>
    private const int MaxParallel = 64;

    private readonly IChannelDelivery[] channels = [.. channels];
    private readonly SemaphoreSlim wakeSignal = new(0, 1);
    private readonly SemaphoreSlim single = new(1, 1);
    private readonly Lock gate = new();

    /// <summary>
    /// The deliveries under way, by conversation. One that cannot store its outcome stays here, and with it the only knowledge of what the
    /// channel has accepted; a failure elsewhere must not lose it.
    /// </summary>
    private readonly Dictionary<string, Task> running = new(StringComparer.Ordinal);
    private Task? waking;

    /// <summary>Delivers everything that is due, including what becomes due meanwhile; one call at a time.</summary>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        await single.WaitAsync(cancellationToken);
        try
        {
            await DeliverAllDueAsync(cancellationToken);
        }
        finally
        {
            single.Release();
        }
    }

    public override void Dispose()
    {
        wakeSignal.Dispose();
        single.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (channels.Length == 0)
        {
            return;
        }

        signals.Changed += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var wake = Waking();
                try
                {
                    await DeliverDueAsync(stoppingToken);
                }
#pragma warning disable CA1031 // The database may recover; the next attempt follows after the interval.
                catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    LogFault(fault);
                }

                await AnyAsync([wake], stoppingToken);
            }
        }
        finally
        {
            signals.Changed -= Wake;
            await Task.WhenAll(running.Values); // What has been sent is stored before the process ends.
        }
    }

    private async Task DeliverAllDueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var wake = Waking();
            foreach (var key in running.Where(delivery => delivery.Value.IsCompleted).Select(delivery => delivery.Key).ToList())
            {
                running.Remove(key);
            }

            foreach (var row in await DueAsync([.. running.Keys], MaxParallel - running.Count, cancellationToken))
            {
                running[row.ConversationKey] = Task.Run(() => DeliverAsync(row, cancellationToken), CancellationToken.None);
            }

            if (running.Count == 0)
            {
                return;
            }

            await AnyAsync([.. running.Values, wake], cancellationToken);
        }
    }

    /// <summary>Waits for one of the tasks, for the interval after which something else may be due, or for cancellation.</summary>
    private async Task AnyAsync(IEnumerable<Task> tasks, CancellationToken cancellationToken)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny([.. tasks, Task.Delay(options.Value.DeliveryInterval, time, cancelled.Token)]);
        await cancelled.CancelAsync();
    }

    /// <summary>
    /// Completes when something was committed after this call. Called before looking for due rows, so that none is missed.
    /// </summary>
    private Task Waking()
    {
        lock (gate)
        {
            return waking = waking is { IsCompleted: false } ? waking : wakeSignal.WaitAsync();
        }
    }

    /// <summary>Ignores conversations on channels that are not pushed to, such as every question on the web.</summary>
    private void Wake(object? sender, ConversationChangedEventArgs e)
    {
        if (wakeSignal.CurrentCount == 0 && (e.ChannelId.Length == 0 || Array.Exists(channels, c => c.Serves(e.ChannelId))))
        {
            try
            {
                wakeSignal.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another thread has released it meanwhile.
            }
        }
    }

    /// <summary>The first undelivered activity of each conversation, if it is due.</summary>
    private async Task<List<ActivityRow>> DueAsync(string[] busy, int limit, CancellationToken cancellationToken)
    {
        if (limit <= 0)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var waiting = db.Set<ActivityRow>().Where(a => a.Progress == Progress.Pending && a.Direction == Direction.Outbound);
        return await waiting
            .Where(a =>
                a.NextAttemptAt <= now
                && !busy.Contains(a.ConversationKey)
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
            if (!await outcomes.ClaimAsync(row, stopping))
            {
                return;
            }
        }
#pragma warning disable CA1031 // Nothing was sent: the row stays due.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault);
            await Task.Delay(options.Value.DeliveryInterval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        await outcomes.StoreAsync(row, await TryAsync(row, stopping), stopping);
    }

    private async Task<DeliveryResult> TryAsync(ActivityRow row, CancellationToken stopping)
    {
        var channelId = row.ConversationKey[..row.ConversationKey.IndexOf('/', StringComparison.Ordinal)];
        if (row.AmbiguousAttempts >= DeliveryPolicy.MaxAmbiguous)
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
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFailed(fault, row.Number, row.Attempts + 1);
            return new DeliveryResult.NotAccepted(fault.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Activity {Number} could not be sent, attempt {Attempt}")]
    private partial void LogFailed(Exception fault, long number, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be processed")]
    private partial void LogFault(Exception fault);
}
