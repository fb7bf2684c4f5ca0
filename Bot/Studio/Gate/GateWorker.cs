using System.Data.Common;

namespace PolicyAssistantBot.Studio.Gate;

/// <summary>Lets the gate look at new drafts, and again at the others when something was published.</summary>
internal sealed partial class GateWorker(GateRunner gates, TimeProvider time, ILogger<GateWorker> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await gates.RunPendingAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException or InvalidDataException)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The gate could not look at a draft of an article; it is tried again in a second")]
    private partial void LogFailed(Exception exception);
}
