using PolicyAssistantBot.Requests.Deadlines;

namespace PolicyAssistantBot.Insight;

/// <summary>Computes statistics from cases and ratings, as pure functions.</summary>
internal static class StatisticsCalculator
{
    private static readonly IReadOnlyDictionary<string, DeadlineOutcome> NoDeadlines = new Dictionary<string, DeadlineOutcome>();

    /// <param name="allCases">All cases that were submitted before the end of the period and had not ended before its start, or before the
    /// start of <paramref name="before"/>; others do not matter.</param>
    /// <param name="allRatings">All ratings given in these spans of time.</param>
    /// <param name="definitions">First reply and resolution are always reported, others when they have a title for their on-time
    /// rate.</param>
    /// <param name="before">The span of time to compare with; null to compare with none.</param>
    public static InsightReport Compute(
        Period period,
        IReadOnlyList<CaseMeasurementColumns> allCases,
        IReadOnlyList<RatingRow> allRatings,
        DeadlineDefinitionList definitions,
        TimeWindow? before = null
    )
    {
        List<CaseMeasurementColumns> cases = [.. allCases.Where(row => !(row.EndedAt < period.StartMilliseconds))];
        List<RatingRow> ratings = [.. allRatings.Where(rating => rating.At >= period.StartMilliseconds)];
        DeadlineDefinition[] otherDeadlines =
        [
            .. definitions.All.Where(definition =>
                definition.OnTimeRateTitle is not null
                && definition != DeadlineDefinitions.FirstReply
                && definition != DeadlineDefinitions.Resolution
            ),
        ];
        string[] keys = [.. otherDeadlines.Select(definition => definition.Key)];
        return new InsightReport(
            period,
            ComputeTotal(new TimeWindow(period.StartMilliseconds, period.EndMilliseconds), cases, ratings, keys),
            ComputeWeekly(period, cases, ratings, keys),
            ComputeByGroup(period, cases, ratings, keys, c => c.Kind, r => r.Kind),
            ComputeByGroup(period, cases, ratings, keys, c => c.Topic, r => r.Topic),
            ComputeByGroup(period, cases, ratings, keys, c => c.Ward, r => r.Ward),
            ComputeByGroup(period, cases, ratings, keys, c => c.Team, r => r.Team),
            [.. Enumerable.Range(1, 5).Select(score => ratings.Count(r => r.Score == score))]
        )
        {
            Before = before is { } window ? ComputeTotal(window, allCases, [.. allRatings.Where(r => window.Contains(r.At))], keys) : null,
            Officials = ComputeByGroup(period, cases, ratings, keys, c => c.OwnerId, r => r.OwnerId),
            OfficialNames = cases
                .Where(row => row is { OwnerId: not null, OwnerName: not null })
                .GroupBy(row => row.OwnerId!, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.MaxBy(row => row.SubmittedAt).OwnerName!, StringComparer.Ordinal),
            OtherDeadlineTitles = [.. otherDeadlines.Select(definition => definition.OnTimeRateTitle!)],
        };
    }

    private static CaseStatistics ComputeTotal(
        TimeWindow window,
        IReadOnlyList<CaseMeasurementColumns> cases,
        IReadOnlyList<RatingRow> ratings,
        string[] deadlineKeys
    )
    {
        var tally = new Tally(deadlineKeys);
        foreach (var row in cases)
        {
            tally.Add(row, window.Start, window.End);
        }

        foreach (var rating in ratings)
        {
            tally.AddRating(rating.Score);
        }

        return tally.ToStatistics();
    }

    /// <summary>Statistics per group, the largest first.</summary>
    private static List<GroupStatistics> ComputeByGroup(
        Period period,
        IReadOnlyList<CaseMeasurementColumns> cases,
        IReadOnlyList<RatingRow> ratings,
        string[] deadlineKeys,
        Func<CaseMeasurementColumns, string?> getCaseKey,
        Func<RatingRow, string?> getRatingKey
    )
    {
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var row in cases)
        {
            GetTally(getCaseKey(row)).Add(row, period.StartMilliseconds, period.EndMilliseconds);
        }

        foreach (var rating in ratings)
        {
            GetTally(getRatingKey(rating)).AddRating(rating.Score);
        }

        return
        [
            .. from entry in tallies
            let figures = entry.Value.ToStatistics()
            orderby figures.Arrivals descending, figures.Backlog descending, entry.Key
            select new GroupStatistics(entry.Key.Length == 0 ? null : entry.Key, figures),
        ];

        Tally GetTally(string? key)
        {
            if (!tallies.TryGetValue(key ?? "", out var tally))
            {
                tallies.Add(key ?? "", tally = new Tally(deadlineKeys));
            }

            return tally;
        }
    }

    private static List<CaseStatistics> ComputeWeekly(
        Period period,
        IReadOnlyList<CaseMeasurementColumns> cases,
        IReadOnlyList<RatingRow> ratings,
        string[] deadlineKeys
    )
    {
        var tallies = Enumerable.Range(0, period.Weeks).Select(_ => new Tally(deadlineKeys)).ToArray();
        var openCases = 0;
        foreach (var row in cases)
        {
            openCases += row.SubmittedAt < period.StartMilliseconds ? 1 : 0;
            FindTally(row.SubmittedAt)?.CountArrival();
            FindTally(row.FirstReplyAt)?.CountReply(row);
            FindTally(row.EndedAt)?.CountEnd(row);
            foreach (var (deadlineKey, outcome) in row.OtherDeadlines ?? NoDeadlines)
            {
                FindTally(outcome.StoppedAt)?.CountStoppedDeadline(deadlineKey, outcome);
            }
        }

        foreach (var rating in ratings)
        {
            FindTally(rating.At)?.AddRating(rating.Score);
        }

        var weeks = new List<CaseStatistics>();
        foreach (var tally in tallies)
        {
            openCases += tally.OpenCaseChange;
            weeks.Add(tally.ToStatistics() with { Backlog = openCases });
        }

        return weeks;

        Tally? FindTally(long? at) =>
            at is { } moment && period.GetWeekIndex(moment) is var week && week >= 0 && week < tallies.Length ? tallies[week] : null;
    }

    /// <summary>Accumulates the statistics of one group.</summary>
    private sealed class Tally(string[] deadlineKeys)
    {
        private readonly (int Stopped, int OnTime)[] stoppedDeadlines = new (int, int)[deadlineKeys.Length];
        private readonly List<double> replyMinutes = [];
        private readonly List<double> closeMinutes = [];
        private int arrivalCount,
            endedCount,
            backlog,
            repliesWithDeadline,
            repliesOnTime,
            closesWithDeadline,
            closesOnTime,
            scoreSum,
            ratingCount;

        /// <summary>Submitted minus ended.</summary>
        public int OpenCaseChange => arrivalCount - endedCount;

        public void Add(in CaseMeasurementColumns row, long startMilliseconds, long endMilliseconds)
        {
            if (row.SubmittedAt >= startMilliseconds && row.SubmittedAt < endMilliseconds)
            {
                CountArrival();
            }

            if (row.FirstReplyAt >= startMilliseconds && row.FirstReplyAt < endMilliseconds)
            {
                CountReply(row);
            }

            if (row.EndedAt >= startMilliseconds && row.EndedAt < endMilliseconds)
            {
                CountEnd(row);
            }

            foreach (var (deadlineKey, outcome) in row.OtherDeadlines ?? NoDeadlines)
            {
                if (outcome.StoppedAt >= startMilliseconds && outcome.StoppedAt < endMilliseconds)
                {
                    CountStoppedDeadline(deadlineKey, outcome);
                }
            }

            if (row.SubmittedAt < endMilliseconds && !(row.EndedAt < endMilliseconds))
            {
                backlog++;
            }
        }

        public void CountArrival() => arrivalCount++;

        public void CountReply(in CaseMeasurementColumns row)
        {
            replyMinutes.Add((row.FirstReplyAt!.Value - row.SubmittedAt) / 60_000.0);
            repliesWithDeadline += row.IsReplyOnTime is null ? 0 : 1;
            repliesOnTime += row.IsReplyOnTime == true ? 1 : 0;
        }

        public void CountEnd(in CaseMeasurementColumns row)
        {
            endedCount++;
            if (!row.IsClosed)
            {
                return;
            }

            closeMinutes.Add((row.EndedAt!.Value - row.SubmittedAt) / 60_000.0);
            closesWithDeadline += row.IsResolutionOnTime is null ? 0 : 1;
            closesOnTime += row.IsResolutionOnTime == true ? 1 : 0;
        }

        public void CountStoppedDeadline(string deadlineKey, DeadlineOutcome outcome)
        {
            if (Array.IndexOf(deadlineKeys, deadlineKey) is >= 0 and var index)
            {
                stoppedDeadlines[index] = (
                    stoppedDeadlines[index].Stopped + 1,
                    stoppedDeadlines[index].OnTime + (outcome.IsOnTime ? 1 : 0)
                );
            }
        }

        public void AddRating(int score) => (scoreSum, ratingCount) = (scoreSum + score, ratingCount + 1);

        public CaseStatistics ToStatistics()
        {
            replyMinutes.Sort();
            closeMinutes.Sort();
            return new CaseStatistics(
                arrivalCount,
                closeMinutes.Count,
                backlog,
                Quantiles.Median(replyMinutes),
                Quantiles.NinetiethPercentile(replyMinutes),
                Quantiles.Median(closeMinutes),
                Quantiles.NinetiethPercentile(closeMinutes),
                Divide(repliesOnTime, repliesWithDeadline),
                Divide(closesOnTime, closesWithDeadline),
                Divide(scoreSum, ratingCount),
                ratingCount
            )
            {
                OtherOnTimeRates = deadlineKeys.Length == 0 ? [] : [.. stoppedDeadlines.Select(stop => Divide(stop.OnTime, stop.Stopped))],
            };
        }

        private static double? Divide(int part, int whole) => whole == 0 ? null : (double)part / whole;
    }
}
