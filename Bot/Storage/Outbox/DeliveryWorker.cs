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
    ILogger<DeliveryWorker> log) : BackgroundService
{
    private const int AtATime = 32;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, IChannelDelivery> channels = channels.ToDictionary(c => c.ChannelId, StringComparer.Ordinal);
    private readonly SemaphoreSlim woken = new(0, 1);

    /// <summary>Delivers everything that is due now.</summary>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        while (await DueAsync(cancellationToken) is { Count: > 0 } due)
            await Parallel.ForEachAsync(due, cancellationToken, DeliverAsync);
    }

    public override void Dispose()
    {
        woken.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (channels.Count == 0)
            return;
        signals.Grew += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
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

                await Task.WhenAny(woken.WaitAsync(stoppingToken), Task.Delay(Interval, time, stoppingToken));
            }
        }
        finally
        {
            signals.Grew -= Wake;
        }
    }

    private void Wake(object? sender, EventArgs e)
    {
        if (woken.CurrentCount == 0)
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
    private async Task<List<ActivityRow>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var waiting = db.Set<ActivityRow>().Where(a => a.Progress == Progress.Pending && a.Direction == Direction.Outbound);
        return await waiting
            .Where(a => a.NextAttemptAt <= now && !waiting.Any(earlier => earlier.ConversationKey == a.ConversationKey && earlier.Sequence < a.Sequence))
            .OrderBy(a => a.Number)
            .Take(AtATime)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
    }

    private async ValueTask DeliverAsync(ActivityRow row, CancellationToken cancellationToken)
    {
        var result = await TryAsync(row, cancellationToken);
        var (progress, next) = Judge(row, result);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<ActivityRow>().Where(a => a.Number == row.Number).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.Progress, progress).SetProperty(a => a.Attempts, row.Attempts + 1).SetProperty(a => a.NextAttemptAt, next),
            cancellationToken);
        if (progress == Progress.Parked)
            LogParked(row.Number, row.Attempts + 1, (result as DeliveryResult.Undeliverable)?.Reason ?? "too many attempts");
    }

    private async Task<DeliveryResult> TryAsync(ActivityRow row, CancellationToken cancellationToken)
    {
        var channelId = row.ConversationKey[..row.ConversationKey.IndexOf('/', StringComparison.Ordinal)];
        if (!channels.TryGetValue(channelId, out var channel))
            return new DeliveryResult.Later();
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
            return (Progress.Done, 0);
        if (result is DeliveryResult.Undeliverable || attempts >= options.Value.DeliveryAttempts)
            return (Progress.Parked, 0);
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
