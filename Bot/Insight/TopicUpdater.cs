using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Insight;

/// <summary>
/// Finds the topics of new cases in the background. A search would block the single writer for too long, so it is not part of the
/// transaction that submits a case.
/// </summary>
internal sealed partial class TopicUpdater(
    IDbContextFactory<AssistantDb> dbContextFactory,
    TopicFinder topicFinder,
    TimeProvider time,
    ILogger<TopicUpdater> log
) : BackgroundService
{
    private const int BatchSize = 50;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>Finds the topics of all cases for which this was not done yet.</summary>
    /// <returns>The number of cases.</returns>
    public async Task<int> FindMissingTopicsAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        List<string> batch;
        do
        {
            await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
            batch = await db.Set<CaseMeasurement>()
                .Where(f => f.Topic == null)
                .OrderByDescending(f => f.SubmittedAt)
                .Select(f => f.CaseNumber)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            var topicsByCase = (
                await db.Set<CaseRow>()
                    .Where(r => batch.Contains(r.CaseNumber))
                    .Select(r => new { r.CaseNumber, r.Facts })
                    .ToListAsync(cancellationToken)
            ).ToDictionary(r => r.CaseNumber, r => topicFinder.Find(r.Facts), StringComparer.Ordinal);
            foreach (var number in batch)
            {
                var topic = topicsByCase.GetValueOrDefault(number) ?? CaseMeasurement.NoTopic;
                await db.Set<CaseMeasurement>()
                    .Where(f => f.CaseNumber == number && f.Topic == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(f => f.Topic, topic), cancellationToken);
            }

            count += batch.Count;
        } while (batch.Count == BatchSize);

        return count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await FindMissingTopicsAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The database may be unavailable for a while; the next tick tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailure(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The topics of new cases could not be found; tried again later")]
    private partial void LogFailure(Exception exception);
}
