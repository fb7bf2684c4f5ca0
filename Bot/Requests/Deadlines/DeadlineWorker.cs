using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>Gives deadline warnings while the service runs.</summary>
internal sealed partial class DeadlineWorker(
    DeadlineMonitor monitor,
    IOptions<RequestOptions> options,
    TimeProvider time,
    ILogger<DeadlineWorker> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.DeadlineInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await monitor.SendDueWarningsAsync(stoppingToken) is > 0 and var warningCount)
                {
                    LogWarned(warningCount);
                }
            }
#pragma warning disable CA1031 // The database may recover; the next interval tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailure(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} deadline warnings were given")]
    private partial void LogWarned(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Deadline warnings failed")]
    private partial void LogFailure(Exception exception);
}
