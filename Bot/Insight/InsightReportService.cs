using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Insight;

/// <summary>Computes the figures of a period from a few indexed columns. A report is cached for a minute, and callers who ask for the
/// same one at the same time share one computation.</summary>
internal sealed class InsightReportService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    HybridCache cache,
    DeadlineDefinitionList definitions
)
{
    private static readonly HybridCacheEntryOptions CacheOptions = new()
    {
        Expiration = TimeSpan.FromMinutes(1),
        Flags = HybridCacheEntryFlags.DisableDistributedCache,
    };

    public async Task<InsightReport> GetAsync(Period period, CancellationToken cancellationToken) =>
        await cache.GetOrCreateAsync(
            string.Create(CultureInfo.InvariantCulture, $"insight:{period.Monday:yyyy-MM-dd}:{period.Weeks}"),
            async cancel => await ComputeAsync(period, cancel),
            CacheOptions,
            cancellationToken: cancellationToken
        );

    private async Task<InsightReport> ComputeAsync(Period period, CancellationToken cancellationToken)
    {
        var (from, until) = (period.StartMilliseconds, period.EndMilliseconds);
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var cases = await db.Set<CaseMeasurement>()
            .AsNoTracking()
            .Where(f => f.SubmittedAt < until && (f.EndedAt == null || f.EndedAt >= from))
            .Select(f => new CaseMeasurementColumns(
                f.SubmittedAt,
                f.Kind,
                f.Ward,
                f.Team,
                f.Topic,
                f.FirstReplyAt,
                f.EndedAt,
                f.IsClosed,
                f.IsReplyOnTime,
                f.IsResolutionOnTime,
                f.OtherDeadlines
            ))
            .ToListAsync(cancellationToken);
        var ratings = await (
            from rating in db.Set<CaseRating>()
            where rating.RatedAt >= @from && rating.RatedAt < until && rating.Score != null
            join measurement in db.Set<CaseMeasurement>() on rating.CaseNumber equals measurement.CaseNumber
            select new RatingRow(
                rating.RatedAt!.Value,
                rating.Score!.Value,
                measurement.Kind,
                measurement.Ward,
                measurement.Team,
                measurement.Topic
            )
        ).ToListAsync(cancellationToken);
        return StatisticsCalculator.Compute(period, cases, ratings, definitions);
    }
}
