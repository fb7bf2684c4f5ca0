using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>
/// Sends what channels are pushed to: at once after a commit, again with growing waits after a failure. Within a conversation the
/// order is kept, so a later activity waits for an earlier one until that is delivered or parked.
/// </summary>
internal sealed partial class DeliveryWorker(
    IDbContextFactory<AssistantDb> databases,
    IEnumerable<IChannelDelivery> channels,
    ConversationSignals signals,
    IOptions<StorageOptions> options,
    TimeProvider time,
    ILogger<DeliveryWorker> log
) : BackgroundService
{
    private const int AtATime = 32;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly IChannelDelivery[] channels = [.. channels];
    private readonly SemaphoreSlim woken = new(0, 1);
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Lock gate = new();
    private Task? waking;

    /// <summary>
    /// Delivers everything that is due now, and what becomes due meanwhile. A conversation that takes long holds up no other. One call at a
    /// time: what a channel has taken, and is not yet noted as taken, would be sent again by a second.
    /// </summary>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await DeliverAllDueAsync(cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    public override void Dispose()
    {
        woken.Dispose();
        one.Dispose();
        base.Dispose();
    }

    private async Task DeliverAllDueAsync(CancellationToken cancellationToken)
    {
        var running = new Dictionary<string, Task>(StringComparer.Ordinal);
        while (true)
        {
            var wake = Waking();
            foreach (var row in await DueAsync([.. running.Keys], AtATime - running.Count, cancellationToken))
            {
                running[row.ConversationKey] = Task.Run(() => DeliverAsync(row, cancellationToken), cancellationToken);
            }

            if (running.Count == 0)
            {
                return;
            }

            await Task.WhenAny([.. running.Values, wake]);
            foreach (var (key, task) in running.Where(r => r.Value.IsCompleted).ToList())
            {
                running.Remove(key);
                await task;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (channels.Length == 0)
        {
            return;
        }

        signals.Grew += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var wake = Waking();
                try
                {
                    await DeliverDueAsync(stoppingToken);
                }
#pragma warning disable CA1031 // The database may come back; asked again after the interval.
                catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    LogFault(fault);
                }

                await Task.WhenAny(wake, Task.Delay(options.Value.DeliveryInterval, time, stoppingToken));
            }
        }
        finally
        {
            signals.Grew -= Wake;
        }
    }

    /// <summary>Ends when something new has come since it was asked for; to be asked for before looking, so that nothing is missed.</summary>
    private Task Waking()
    {
        lock (gate)
        {
            return waking = waking is { IsCompleted: false } ? waking : woken.WaitAsync();
        }
    }

    /// <summary>A conversation that no channel is pushed to (every question on the web) leaves nothing to look for.</summary>
    private void Wake(object? sender, ConversationGrewEventArgs e)
    {
        if (woken.CurrentCount == 0 && (e.ChannelId.Length == 0 || Array.Exists(channels, c => c.Serves(e.ChannelId))))
        {
            try
            {
                woken.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else woke it first.
            }
        }
    }

    /// <summary>The first undelivered activity of each conversation, where its time has come.</summary>
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

    private async Task DeliverAsync(ActivityRow row, CancellationToken cancellationToken)
    {
        var result = await TryAsync(row, cancellationToken);
        var (progress, next) = Judge(row, result);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var problem = (result as DeliveryResult.Undeliverable)?.Reason ?? (progress == Progress.Parked ? "too many attempts" : null);
        var given = (result as DeliveryResult.Delivered)?.Id;
        await db.Set<ActivityRow>()
            .Where(a => a.Number == row.Number)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.Progress, progress)
                        .SetProperty(a => a.Attempts, row.Attempts + 1)
                        .SetProperty(a => a.NextAttemptAt, next)
                        .SetProperty(a => a.ChannelActivityId, given)
                        .SetProperty(a => a.Problem, problem),
                cancellationToken
            );
        if (problem is not null)
        {
            LogParked(row.Number, row.Attempts + 1, problem);
        }
    }

    private async Task<DeliveryResult> TryAsync(ActivityRow row, CancellationToken cancellationToken)
    {
        var channelId = row.ConversationKey[..row.ConversationKey.IndexOf('/', StringComparison.Ordinal)];
        if (Array.Find(channels, c => c.Serves(channelId)) is not { } channel)
        {
            return new DeliveryResult.Later();
        }

        try
        {
            return await channel.DeliverAsync(SchemaJson.FromJson<Activity>(row.Json)!, cancellationToken);
        }
#pragma warning disable CA1031 // A fault of the channel is a failed delivery.
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(fault, row.Number, row.Attempts + 1);
            return new DeliveryResult.Later();
        }
    }

    private (Progress Progress, long Next) Judge(ActivityRow row, DeliveryResult result)
    {
        var attempts = row.Attempts + 1;
        if (result is DeliveryResult.Delivered)
        {
            return (Progress.Done, 0);
        }

        if (result is DeliveryResult.Undeliverable || attempts >= options.Value.DeliveryAttempts)
        {
            return (Progress.Parked, 0);
        }

        var backoff = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, options.Value.DeliveryBackoff.Ticks << Math.Min(attempts - 1, 20)));
        var asked = (result as DeliveryResult.Later)?.After ?? TimeSpan.Zero;
        return (Progress.Pending, (time.GetUtcNow() + (asked > backoff ? asked : backoff)).ToUnixTimeMilliseconds());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery of activity {Number} failed, attempt {Attempt}")]
    private partial void LogFailed(Exception fault, long number, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Activity {Number} is parked after {Attempts} attempts: {Reason}")]
    private partial void LogParked(long number, int attempts, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be worked on")]
    private partial void LogFault(Exception fault);
}
