namespace PolicyAssistantBot.Requests.Notices;

/// <summary>Tells askers what is due while the service runs.</summary>
internal sealed partial class DelayedNoticeWorker(
    DelayedNoticeService notices,
    DelayedNoticeSignal signal,
    TimeProvider time,
    ILogger<DelayedNoticeWorker> log
) : BackgroundService
{
    /// <summary>Before the next attempt for what could not be told.</summary>
    private static readonly TimeSpan RetryWait = TimeSpan.FromSeconds(1);

    /// <summary>What another instance of the program stored before it ended is found this much later.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var added = signal.NextAdded;
            var wait = MaxWait;
            try
            {
                if (!await notices.ReleaseDueAsync(stoppingToken))
                {
                    wait = RetryWait;
                }
                else if (await notices.FindNextDueAsync(stoppingToken) is { } next)
                {
                    wait = TimeSpan.FromTicks(Math.Clamp((next - time.GetUtcNow()).Ticks, 0, MaxWait.Ticks));
                }
            }
#pragma warning disable CA1031 // The database may recover; the next attempt follows after the wait.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailure(exception);
            }

            await added.WaitAsync(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What askers are to be told could not be read")]
    private partial void LogFailure(Exception exception);
}
