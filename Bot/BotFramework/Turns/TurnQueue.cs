using System.Threading.Channels;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>
/// Runs the accepted activities: sequentially within a conversation, in parallel across conversations. An activity that the store could not
/// complete is retried with growing waits; activities that an earlier process left pending are loaded at start.
/// </summary>
public sealed partial class TurnQueue(
    TurnRunner runner,
    ITurnStore store,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ILogger<TurnQueue> log
) : BackgroundService
{
    private readonly TurnLanes lanes = new();
    private readonly Channel<TurnLane> ready = Channel.CreateUnbounded<TurnLane>();
    private readonly CancellationTokenSource abort = new();

    /// <summary>Queues an accepted activity after the earlier ones of its conversation.</summary>
    public void Enqueue(Activity activity) => Add(activity, completion: null);

    /// <summary>Like <see cref="Enqueue"/>, and waits for the result (invokes and <c>expectReplies</c>).</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; the activity stays queued.</exception>
    public Task<TurnResult> RunAsync(Activity activity, CancellationToken cancellationToken)
    {
        var completion = new TaskCompletionSource<TurnResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(activity, completion);
        return completion.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets the running turns finish; those that do not finish in time stay pending for the next start.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var late = cancellationToken.Register(abort.Cancel);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        abort.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([
            ResumeAsync(stoppingToken),
            .. Enumerable.Range(0, options.Value.Parallelism).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)),
        ]);

    private void Add(Activity activity, TaskCompletionSource<TurnResult>? completion)
    {
        if (lanes.Add(new QueuedTurn(activity, completion)) is { } lane)
        {
            ready.Writer.TryWrite(lane);
        }
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var lane in ready.Reader.ReadAllAsync(stoppingToken))
            {
                if (await RunOneAsync(lane, lanes.Head(lane), stoppingToken))
                {
                    ready.Writer.TryWrite(lane);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: the activities that are left in the lanes are pending in the store.
        }
    }

    /// <returns>True when the lane has more activities to run now.</returns>
    private async Task<bool> RunOneAsync(TurnLane lane, QueuedTurn turn, CancellationToken stoppingToken)
    {
        try
        {
            var result =
                lane.Failures < options.Value.GiveUpAfter
                    ? await runner.RunAsync(turn.Activity, abort.Token)
                    : await runner.GiveUpAsync(turn.Activity, abort.Token);
            var hasMore = lanes.RemoveHead(lane, out var done);
            done.Completion?.TrySetResult(result);
            return hasMore;
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever the failure of the store is, the activity stays pending and is retried.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var wait = options.Value.Backoff(++lane.Failures);
            LogStoreFault(exception, turn.Activity.Id, lane.Failures, wait);
            _ = ReadyAgainAsync(lane, wait, stoppingToken);
            return false;
        }
    }

    private async Task ReadyAgainAsync(TurnLane lane, TimeSpan wait, CancellationToken stoppingToken)
    {
        await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ready.Writer.TryWrite(lane);
    }

    private async Task ResumeAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var activity in await store.PendingAsync(1000, stoppingToken))
                {
                    Enqueue(activity);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The store may recover: read again after the interval.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogPendingFault(exception);
            }

            await Task.Delay(options.Value.PendingInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Activity {ActivityId} could not be completed, failure {Failures}, next attempt in {Wait}"
    )]
    private partial void LogStoreFault(Exception exception, string? activityId, int failures, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Error, Message = "Pending activities could not be read")]
    private partial void LogPendingFault(Exception exception);
}
