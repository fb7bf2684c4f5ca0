using System.Data.Common;

namespace PolicyAssistantBot.Studio.Store;

/// <summary>Uses a set that another process made live, such as <c>knowledge import</c>, within a second.</summary>
internal sealed partial class LiveSetWorker(DatabaseArticles articles, TimeProvider time, ILogger<LiveSetWorker> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
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
