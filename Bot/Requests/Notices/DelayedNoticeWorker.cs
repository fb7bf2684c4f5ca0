namespace PolicyAssistantBot.Requests.Notices;

/// <summary>Tells askers what is due while the service runs.</summary>
internal sealed partial class DelayedNoticeWorker(DelayedNoticeService notices, TimeProvider time, ILogger<DelayedNoticeWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await notices.ReleaseDueAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The database may recover; the next interval tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailure(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What askers are to be told could not be read")]
    private partial void LogFailure(Exception exception);
}
