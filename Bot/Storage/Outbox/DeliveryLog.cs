using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>Called after an activity was parked, in no transaction.</summary>
internal interface IParkingObserver
{
    Task ParkedAsync(ParkedActivity parked, CancellationToken cancellationToken);
}

/// <summary>Records in the database that an activity is about to be sent, and what came of it.</summary>
internal sealed partial class DeliveryLog(
    IDbContextFactory<AssistantDb> databases,
    IEnumerable<IParkingObserver> observers,
    IOptions<StorageOptions> options,
    TimeProvider time,
    ILogger<DeliveryLog> log
)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>
    /// The minimum number of attempts, even when the delivery duration has passed, as after a long downtime; they take about four minutes.
    /// </summary>
    private const int MinAttempts = 8;

    private readonly DeliveryLimits limits = new(options.Value.DeliveryBackoff, LongestWait, MinAttempts, options.Value.DeliveryDuration);

    /// <summary>
    /// Claims the row before it is sent, as an ambiguous attempt: that is what it is if the process ends before the outcome is stored.
    /// False when the row has changed since it was read.
    /// </summary>
    public async Task<bool> ClaimAsync(ActivityRow row, CancellationToken cancellationToken)
    {
        var until = (time.GetUtcNow() + DeliveryPolicy.AmbiguousWait).ToUnixTimeMilliseconds();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<ActivityRow>()
                .Where(a =>
                    a.Number == row.Number
                    && a.Progress == Progress.Pending
                    && a.Attempts == row.Attempts
                    && a.NextAttemptAt == row.NextAttemptAt
                )
                .ExecuteUpdateAsync(
                    set => set.SetProperty(a => a.AmbiguousAttempts, row.AmbiguousAttempts + 1).SetProperty(a => a.NextAttemptAt, until),
                    cancellationToken
                ) == 1;
    }

    /// <summary>Stores what came of an attempt; returns when the database has it, or when the process stops.</summary>
    public async Task StoreAsync(ActivityRow row, DeliveryResult result, CancellationToken stopping)
    {
        var since = DateTimeOffset.FromUnixTimeMilliseconds(row.DeliverySince ?? row.Timestamp);
        var step = DeliveryPolicy.Next(result, new(row.Attempts, row.AmbiguousAttempts, since), time.GetUtcNow(), limits);
        if (!await StoredOutcome.KeepAsync(() => StoreAsync(row, step), fault => LogNotStored(fault, row.Number), time, stopping))
        {
            LogLost(row.Number);
        }

        if (step is DeliveryStep.Park park)
        {
            LogParked(row.Number, row.Attempts + 1, park.Problem);
            await TellAsync(ParkedActivity.From(row, park), stopping);
        }
    }

    private async Task StoreAsync(ActivityRow row, DeliveryStep step)
    {
        var (retry, park) = (step as DeliveryStep.Retry, step as DeliveryStep.Park);
        var progress =
            retry is not null ? Progress.Pending
            : park is not null ? Progress.Parked
            : Progress.Done;
        var next = retry?.At.ToUnixTimeMilliseconds() ?? 0;
        var ambiguous = retry?.AmbiguousAttempts ?? park?.AmbiguousAttempts ?? row.AmbiguousAttempts;
        var (problem, parkedAs) = (retry?.Problem ?? park?.Problem, park?.As);
        var id = (step as DeliveryStep.Done)?.Id;
        await using var db = await databases.CreateDbContextAsync();
        await db.Set<ActivityRow>()
            .Where(a => a.Number == row.Number)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(a => a.Progress, progress)
                    .SetProperty(a => a.Attempts, row.Attempts + 1)
                    .SetProperty(a => a.AmbiguousAttempts, ambiguous)
                    .SetProperty(a => a.NextAttemptAt, next)
                    .SetProperty(a => a.ChannelActivityId, id)
                    .SetProperty(a => a.ParkedAs, parkedAs)
                    .SetProperty(a => a.Problem, problem)
            );
        if (progress == Progress.Done)
        {
            await ParkedActivities.ReleaseAsync(db, row.ConversationKey, time.GetUtcNow(), CancellationToken.None);
        }
    }

    private async Task TellAsync(ParkedActivity parked, CancellationToken cancellationToken)
    {
        foreach (var observer in observers)
        {
            try
            {
                await observer.ParkedAsync(parked, cancellationToken);
            }
#pragma warning disable CA1031 // The desk lists what is parked in any case.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogNotTold(fault, parked.Number);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Activity {Number} is parked after {Attempts} attempts: {Reason}")]
    private partial void LogParked(long number, int attempts, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of sending activity {Number} could not be stored and is kept in memory")]
    private partial void LogNotStored(Exception fault, long number);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The process stops without the outcome of sending activity {Number}")]
    private partial void LogLost(long number);

    [LoggerMessage(Level = LogLevel.Error, Message = "No notice could be sent that activity {Number} is parked")]
    private partial void LogNotTold(Exception fault, long number);
}
