using System.Threading.Channels;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>
/// Runs the accepted activities: sequentially within a conversation, in parallel across conversations. An activity that the store could not
/// complete is retried with growing delays; activities that an earlier process left pending are loaded at start.
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
    private readonly Channel<TurnLane> readyLanes = Channel.CreateUnbounded<TurnLane>();
    private readonly CancellationTokenSource abortSource = new();

    /// <summary>
    /// Whether a further activity of the conversation may be accepted; checked before it is stored. A conversation in which nothing waits
    /// finds room for twice as long as others, so that a flood by some does not shut out those who ask one question.
    /// </summary>
    public bool HasRoomFor(string? channelId, string? conversationId)
    {
        var (waiting, most) = (lanes.CountWaiting(channelId, conversationId), (long)options.Value.MaxQueued);
        return waiting < options.Value.MaxQueuedPerConversation && lanes.Count < (waiting == 0 ? 2 * most : most);
    }

    /// <summary>Queues an accepted activity behind the earlier ones of its conversation.</summary>
    public void Enqueue(Activity activity) => AddToLane(activity, completion: null);

    /// <summary>Like <see cref="Enqueue"/>, and waits for the result (invokes and <c>expectReplies</c>).</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; the activity stays queued.</exception>
    public Task<TurnResult> RunAsync(Activity activity, CancellationToken cancellationToken)
    {
        var completion = new TaskCompletionSource<TurnResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        AddToLane(activity, completion);
        return completion.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets the running turns finish; those that do not finish in time stay pending for the next start.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var abortRegistration = cancellationToken.Register(abortSource.Cancel);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        abortSource.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([
            EnqueuePendingAsync(stoppingToken),
            .. Enumerable
                .Range(0, options.Value.Parallelism)
                .Select(_ => Task.Run(() => RunLanesAsync(stoppingToken), CancellationToken.None)),
        ]);

    private void AddToLane(Activity activity, TaskCompletionSource<TurnResult>? completion)
    {
        if (lanes.Add(new QueuedTurn(activity, completion)) is { } lane)
        {
            readyLanes.Writer.TryWrite(lane);
        }
    }

    private async Task RunLanesAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var lane in readyLanes.Reader.ReadAllAsync(stoppingToken))
            {
                if (await RunOneAsync(lane, lanes.PeekFirst(lane), stoppingToken))
                {
                    readyLanes.Writer.TryWrite(lane);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: the activities that are left in the lanes are still pending in the store.
        }
    }

    /// <returns>True when the lane has more activities to run now.</returns>
    private async Task<bool> RunOneAsync(TurnLane lane, QueuedTurn turn, CancellationToken stoppingToken)
    {
        try
        {
            var result =
                lane.ConsecutiveFailures < options.Value.GiveUpAfter
                    ? await runner.RunAsync(turn.Activity, abortSource.Token)
                    : await runner.CompleteWithApologyAsync(turn.Activity, abortSource.Token);
            var hasMore = lanes.RemoveFirst(lane, out var completed);
            completed.Completion?.TrySetResult(result);
            return hasMore;
        }
        catch (OperationCanceledException) when (abortSource.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever the failure of the store is, the activity stays pending and is retried.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var wait = options.Value.GetBackoff(++lane.ConsecutiveFailures);
            LogStoreFailed(exception, turn.Activity.Id, lane.ConsecutiveFailures, wait);
            _ = RequeueLaterAsync(lane, wait, stoppingToken);
            return false;
        }
    }

    private async Task RequeueLaterAsync(TurnLane lane, TimeSpan wait, CancellationToken stoppingToken)
    {
        await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        readyLanes.Writer.TryWrite(lane);
    }

    private async Task EnqueuePendingAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var activity in await store.ListPendingAsync(1000, stoppingToken))
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
                LogPendingFailed(exception);
            }

            await Task.Delay(options.Value.PendingInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Activity {ActivityId} could not be completed, failure {Failures}, next attempt in {Wait}"
    )]
    private partial void LogStoreFailed(Exception exception, string? activityId, int failures, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Error, Message = "Pending activities could not be read")]
    private partial void LogPendingFailed(Exception exception);
}
