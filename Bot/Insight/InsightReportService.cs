using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Insight.Questions;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Insight;

/// <summary>Computes the figures of a period from a few indexed columns. A report is cached for a minute, and callers who ask for the
/// same one at the same time share one computation.</summary>
internal sealed class InsightReportService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    HybridCache cache,
    DeadlineDefinitionList definitions,
    TimeProvider time
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
        var before = period.GetWindowBefore(time.GetUtcNow());
        var (from, until) = (before.Start, period.EndMilliseconds);
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var cases = await (
            from f in db.Set<CaseMeasurement>().AsNoTracking()
            where f.SubmittedAt < until && (f.EndedAt == null || f.EndedAt >= @from)
            join found in db.Set<CaseRow>() on f.CaseNumber equals found.CaseNumber into rows
            from row in rows.DefaultIfEmpty()
            select new CaseMeasurementColumns(
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
                f.OtherDeadlines,
                row == null ? null : row.OwnerId,
                row == null ? null : row.OwnerName
            )
        ).ToListAsync(cancellationToken);
        var ratings = await (
            from rating in db.Set<CaseRating>().AsNoTracking()
            where rating.RatedAt >= @from && rating.RatedAt < until && rating.Score != null
            join f in db.Set<CaseMeasurement>() on rating.CaseNumber equals f.CaseNumber
            join found in db.Set<CaseRow>() on rating.CaseNumber equals found.CaseNumber into rows
            from row in rows.DefaultIfEmpty()
            select new RatingRow(
                rating.RatedAt!.Value,
                rating.Score!.Value,
                f.Kind,
                f.Ward,
                f.Team,
                f.Topic,
                row == null ? null : row.OwnerId
            )
        ).ToListAsync(cancellationToken);
        var firstSubmittedAt = await db.Set<CaseMeasurement>().MinAsync(f => (long?)f.SubmittedAt, cancellationToken);
        return StatisticsCalculator.Compute(period, cases, ratings, definitions, firstSubmittedAt < before.Start ? before : null) with
        {
            Questions = await QuestionReader.ReadAsync(db, period, before, cancellationToken),
        };
    }
}
