using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Insight;

/// <summary>Reads what a period's figures need: a few narrow columns, by index; and keeps the last reports for a minute.</summary>
internal sealed class InsightReports(IDbContextFactory<AssistantDb> databases, TimeProvider time)
{
    private const int Kept = 8;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Period, (DateTimeOffset At, InsightReport Report)> reports = [];

    public async Task<InsightReport> GetAsync(Period period, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (reports.TryGetValue(period, out var known) && now - known.At < Lifetime)
        {
            return known.Report;
        }

        var report = await ReadAsync(period, cancellationToken);
        if (reports.Count >= Kept)
        {
            reports.Clear();
        }

        reports[period] = (now, report);
        return report;
    }

    private async Task<InsightReport> ReadAsync(Period period, CancellationToken cancellationToken)
    {
        var (from, until) = (period.From, period.Until);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
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
                f.CloseInTime
            ))
            .ToListAsync(cancellationToken);
        var ratings = await (
            from rating in db.Set<CaseRating>()
            where rating.RatedAt >= @from && rating.RatedAt < until && rating.Score != null
            join figure in db.Set<CaseFigure>() on rating.CaseNumber equals figure.CaseNumber
            select new RatingRow(rating.RatedAt!.Value, rating.Score!.Value, figure.Kind, figure.Ward, figure.Team, figure.Topic)
        ).ToListAsync(cancellationToken);
        return FigureRules.Compute(period, cases, ratings);
    }
}
