using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Insight;

/// <summary>Computes the figures of a period from a few indexed columns. A report is cached for a minute, and callers who ask for the
/// same one at the same time share one computation.</summary>
internal sealed class InsightReports(IDbContextFactory<AssistantDb> dbContextFactory, HybridCache cache, DeadlineDefinitionList definitions)
{
    private static readonly HybridCacheEntryOptions Entry = new()
    {
        Expiration = TimeSpan.FromMinutes(1),
        Flags = HybridCacheEntryFlags.DisableDistributedCache,
    };

    public async Task<InsightReport> GetAsync(Period period, CancellationToken cancellationToken) =>
        await cache.GetOrCreateAsync(
            string.Create(CultureInfo.InvariantCulture, $"insight:{period.Monday:yyyy-MM-dd}:{period.Weeks}"),
            async cancel => await ReadAsync(period, cancel),
            Entry,
            cancellationToken: cancellationToken
        );

    private async Task<InsightReport> ReadAsync(Period period, CancellationToken cancellationToken)
    {
        var (from, until) = (period.From, period.Until);
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var cases = await db.Set<CaseFigure>()
            .AsNoTracking()
            .Where(f => f.SubmittedAt < until && (f.EndedAt == null || f.EndedAt >= from))
            .Select(f => new FigureRow(
                f.SubmittedAt,
                f.Kind,
                f.Ward,
                f.Team,
                f.Topic,
                f.FirstReplyAt,
                f.EndedAt,
                f.IsClosed,
                f.ReplyInTime,
                f.CloseInTime,
                f.MoreClocks
            ))
            .ToListAsync(cancellationToken);
        var ratings = await (
            from rating in db.Set<CaseRating>()
            where rating.RatedAt >= @from && rating.RatedAt < until && rating.Score != null
            join figure in db.Set<CaseFigure>() on rating.CaseNumber equals figure.CaseNumber
            select new RatingRow(rating.RatedAt!.Value, rating.Score!.Value, figure.Kind, figure.Ward, figure.Team, figure.Topic)
        ).ToListAsync(cancellationToken);
        return FigureRules.Compute(period, cases, ratings, definitions);
    }
}
