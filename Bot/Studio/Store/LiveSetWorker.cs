using System.Data.Common;
using PolicyAssistantBot.Studio.Holds;

namespace PolicyAssistantBot.Studio.Store;

/// <summary>Uses a set or a hold that another process made, such as <c>knowledge import</c>, within a second.</summary>
internal sealed partial class LiveSetWorker(DatabaseArticles articles, LiveHolds holds, TimeProvider time, ILogger<LiveSetWorker> log)
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
                await holds.RefreshAsync(stoppingToken);
                await articles.RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The live set of articles could not be read; it is tried again in a second")]
    private partial void LogFailed(Exception exception);
}
