using System.Data.Common;
using PolicyAssistantBot.Studio.Urgent;

namespace PolicyAssistantBot.Studio.Schedule;

/// <summary>Looks for drafts that are due each second, and at the very time of the next one.</summary>
internal sealed partial class ScheduleWorker(
    ScheduledPublisher publisher,
    UrgentReminder reminder,
    TimeProvider time,
    ILogger<ScheduleWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Interval;
            try
            {
                await reminder.RunAsync(stoppingToken);
                if (await publisher.RunDueAsync(stoppingToken) is { } next && next - time.GetUtcNow() is var untilNext && untilNext < wait)
                {
                    wait = untilNext > TimeSpan.Zero ? untilNext : TimeSpan.Zero;
                }
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
            {
                LogFailed(exception);
            }

            await Task.Delay(wait, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Scheduled articles could not be published; it is tried again in a second")]
    private partial void LogFailed(Exception exception);
}
