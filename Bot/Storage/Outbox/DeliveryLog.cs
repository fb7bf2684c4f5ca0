using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>Called after the delivery of an activity was given up, outside any transaction.</summary>
internal interface IUndeliveredActivityObserver
{
    Task OnUndeliveredAsync(UndeliveredActivity undelivered, CancellationToken cancellationToken);
}

/// <summary>Records in the database that an activity is about to be sent, and the outcome.</summary>
internal sealed partial class DeliveryLog(
    IDbContextFactory<AssistantDb> dbContextFactory,
    IEnumerable<IUndeliveredActivityObserver> observers,
    IOptions<StorageOptions> options,
    TimeProvider time,
    ILogger<DeliveryLog> log
)
{
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromHours(1);

    /// <summary>
    /// The minimum number of attempts, even when the delivery duration has passed, as after a long downtime; they take about four minutes.
    /// </summary>
    private const int MinAttempts = 8;

    private readonly DeliveryLimits limits = new(options.Value.DeliveryBackoff, MaxRetryDelay, MinAttempts, options.Value.DeliveryDuration);

    /// <summary>
    /// Marks the row as being sent. The attempt is counted as ambiguous (its outcome is unknown) until its outcome is stored, because the
    /// process may end in between. False when the row has changed since it was read.
    /// </summary>
    public async Task<bool> ClaimAsync(ActivityRow row, CancellationToken cancellationToken)
    {
        var nextAttemptAt = (time.GetUtcNow() + DeliveryPolicy.AmbiguousRetryDelay).ToUnixTimeMilliseconds();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<ActivityRow>()
                .Where(a =>
                    a.Number == row.Number
                    && a.Progress == Progress.Pending
                    && a.Attempts == row.Attempts
                    && a.NextAttemptAt == row.NextAttemptAt
                )
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(a => a.AmbiguousAttempts, row.AmbiguousAttempts + 1)
                            .SetProperty(a => a.NextAttemptAt, nextAttemptAt),
                    cancellationToken
                ) == 1;
    }

    /// <summary>Stores the outcome of an attempt; returns when it is in the database, or when the process stops.</summary>
    public async Task StoreAsync(ActivityRow row, DeliveryResult result, CancellationToken stopping)
    {
        var firstDueAt = DateTimeOffset.FromUnixTimeMilliseconds(row.DeliverySince ?? row.Timestamp);
        var step = DeliveryPolicy.DecideNextStep(result, new(row.Attempts, row.AmbiguousAttempts, firstDueAt), time.GetUtcNow(), limits);
        if (
            !await OutcomeStorage.StoreWithRetriesAsync(
                () => StoreAsync(row, step),
                exception => LogOutcomeNotStored(exception, row.Number),
                time,
                stopping
            )
        )
        {
            LogOutcomeLost(row.Number);
        }

        if (step is DeliveryStep.GiveUp giveUp)
        {
            LogUndelivered(row.Number, row.Attempts + 1, giveUp.Problem);
            await NotifyObserversAsync(UndeliveredActivity.From(row, giveUp), stopping);
        }
    }

    private async Task StoreAsync(ActivityRow row, DeliveryStep step)
    {
        var (retry, giveUp) = (step as DeliveryStep.Retry, step as DeliveryStep.GiveUp);
        var progress =
            retry is not null ? Progress.Pending
            : giveUp is not null ? Progress.Undelivered
            : Progress.Done;
        var nextAttemptAt = retry?.At.ToUnixTimeMilliseconds() ?? 0;
        var ambiguousAttempts = retry?.AmbiguousAttempts ?? giveUp?.AmbiguousAttempts ?? row.AmbiguousAttempts;
        var (problem, undeliveredReason) = (retry?.Problem ?? giveUp?.Problem, giveUp?.Reason);
        var id = (step as DeliveryStep.Done)?.Id;
        await using var db = await dbContextFactory.CreateDbContextAsync();
        await db.Set<ActivityRow>()
            .Where(a => a.Number == row.Number)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(a => a.Progress, progress)
                    .SetProperty(a => a.Attempts, row.Attempts + 1)
                    .SetProperty(a => a.AmbiguousAttempts, ambiguousAttempts)
                    .SetProperty(a => a.NextAttemptAt, nextAttemptAt)
                    .SetProperty(a => a.ChannelActivityId, id)
                    .SetProperty(a => a.UndeliveredReason, undeliveredReason)
                    .SetProperty(a => a.Problem, problem)
            );
        if (progress == Progress.Done)
        {
            await UndeliveredActivities.RequeueAsync(db, row.ConversationKey, time.GetUtcNow(), CancellationToken.None);
        }
    }

    private async Task NotifyObserversAsync(UndeliveredActivity undelivered, CancellationToken cancellationToken)
    {
        foreach (var observer in observers)
        {
            try
            {
                await observer.OnUndeliveredAsync(undelivered, cancellationToken);
            }
#pragma warning disable CA1031 // The desk lists undelivered activities in any case.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogNotificationFailed(exception, undelivered.Number);
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Activity {Number} could not be delivered and is given up after {Attempts} attempts: {Reason}"
    )]
    private partial void LogUndelivered(long number, int attempts, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of sending activity {Number} could not be stored and is kept in memory")]
    private partial void LogOutcomeNotStored(Exception exception, long number);

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "The process stops, and the outcome of sending activity {Number} could not be stored"
    )]
    private partial void LogOutcomeLost(long number);

    [LoggerMessage(Level = LogLevel.Error, Message = "No notice could be sent that activity {Number} could not be delivered")]
    private partial void LogNotificationFailed(Exception exception, long number);
}
