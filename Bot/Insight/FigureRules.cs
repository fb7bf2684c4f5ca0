using PolicyAssistantBot.Requests.Deadlines;

namespace PolicyAssistantBot.Insight;

/// <summary>Computes statistics from cases and ratings, as pure functions.</summary>
internal static class FigureRules
{
    private static readonly IReadOnlyDictionary<string, ClockOutcome> NoClocks = new Dictionary<string, ClockOutcome>();

    /// <param name="cases">All cases that were submitted before the end of the period and had not ended before its start; others do not
    /// matter.</param>
    /// <param name="ratings">All ratings given in the period.</param>
    /// <param name="definitions">First reply and resolution are always reported, others when they have a heading.</param>
    public static InsightReport Compute(
        Period period,
        IReadOnlyList<FigureRow> cases,
        IReadOnlyList<RatingRow> ratings,
        DeadlineDefinitionList definitions
    )
    {
        DeadlineDefinition[] more =
        [
            .. definitions.All.Where(definition =>
                definition.OnTimeRateTitle is not null
                && definition != DeadlineDefinitions.FirstReply
                && definition != DeadlineDefinitions.Resolution
            ),
        ];
        string[] keys = [.. more.Select(definition => definition.Key)];
        return new InsightReport(
            period,
            Total(period, cases, ratings, keys),
            Weekly(period, cases, ratings, keys),
            By(period, cases, ratings, keys, c => c.Kind, r => r.Kind),
            By(period, cases, ratings, keys, c => c.Topic, r => r.Topic),
            By(period, cases, ratings, keys, c => c.Ward, r => r.Ward),
            By(period, cases, ratings, keys, c => c.Team, r => r.Team),
            [.. Enumerable.Range(1, 5).Select(score => ratings.Count(r => r.Score == score))]
        )
        {
            MoreClocks = [.. more.Select(definition => definition.OnTimeRateTitle!)],
        };
    }

    private static Figures Total(Period period, IReadOnlyList<FigureRow> cases, IReadOnlyList<RatingRow> ratings, string[] clocks)
    {
        var tally = new Tally(clocks);
        foreach (var row in cases)
        {
            tally.Add(row, period.From, period.Until);
        }

        foreach (var rating in ratings)
        {
            tally.Rate(rating.Score);
        }

        return tally.ToFigures();
    }

    /// <summary>Statistics per group, the largest first.</summary>
    private static List<GroupFigures> By(
        Period period,
        IReadOnlyList<FigureRow> cases,
        IReadOnlyList<RatingRow> ratings,
        string[] clocks,
        Func<FigureRow, string?> keyOfCase,
        Func<RatingRow, string?> keyOfRating
    )
    {
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var row in cases)
        {
            Of(keyOfCase(row)).Add(row, period.From, period.Until);
        }

        foreach (var rating in ratings)
        {
            Of(keyOfRating(rating)).Rate(rating.Score);
        }

        return
        [
            .. from entry in tallies
            let figures = entry.Value.ToFigures()
            orderby figures.Arrivals descending, figures.Backlog descending, entry.Key
            select new GroupFigures(entry.Key.Length == 0 ? null : entry.Key, figures),
        ];

        Tally Of(string? key)
        {
            if (!tallies.TryGetValue(key ?? "", out var tally))
            {
                tallies.Add(key ?? "", tally = new Tally(clocks));
            }

            return tally;
        }
    }

    private static List<Figures> Weekly(Period period, IReadOnlyList<FigureRow> cases, IReadOnlyList<RatingRow> ratings, string[] clocks)
    {
        var tallies = Enumerable.Range(0, period.Weeks).Select(_ => new Tally(clocks)).ToArray();
        var open = 0;
        foreach (var row in cases)
        {
            open += row.SubmittedAt < period.From ? 1 : 0;
            In(row.SubmittedAt)?.Arrive();
            In(row.FirstReplyAt)?.Reply(row);
            In(row.EndedAt)?.End(row);
            foreach (var (clock, outcome) in row.MoreClocks ?? NoClocks)
            {
                In(outcome.StoppedAt)?.Stop(clock, outcome);
            }
        }

        foreach (var rating in ratings)
        {
            In(rating.At)?.Rate(rating.Score);
        }

        var weeks = new List<Figures>();
        foreach (var tally in tallies)
        {
            open += tally.Change;
            weeks.Add(tally.ToFigures() with { Backlog = open });
        }

        return weeks;

        Tally? In(long? at) =>
            at is { } moment && period.WeekOf(moment) is var week && week >= 0 && week < tallies.Length ? tallies[week] : null;
    }

    /// <summary>Accumulates the statistics of one group.</summary>
    private sealed class Tally(string[] clocks)
    {
        private readonly (int Stopped, int InTime)[] stops = new (int, int)[clocks.Length];
        private readonly List<double> replies = [];
        private readonly List<double> closes = [];
        private int arrivals,
            ends,
            backlog,
            repliesTimed,
            repliesInTime,
            closesTimed,
            closesInTime,
            scores,
            ratings;

        /// <summary>Submitted minus ended.</summary>
        public int Change => arrivals - ends;

        public void Add(in FigureRow row, long from, long until)
        {
            if (row.SubmittedAt >= from && row.SubmittedAt < until)
            {
                Arrive();
            }

            if (row.FirstReplyAt >= from && row.FirstReplyAt < until)
            {
                Reply(row);
            }

            if (row.EndedAt >= from && row.EndedAt < until)
            {
                End(row);
            }

            foreach (var (clock, outcome) in row.MoreClocks ?? NoClocks)
            {
                if (outcome.StoppedAt >= from && outcome.StoppedAt < until)
                {
                    Stop(clock, outcome);
                }
            }

            if (row.SubmittedAt < until && !(row.EndedAt < until))
            {
                backlog++;
            }
        }

        public void Arrive() => arrivals++;

        public void Reply(in FigureRow row)
        {
            replies.Add((row.FirstReplyAt!.Value - row.SubmittedAt) / 60_000.0);
            repliesTimed += row.ReplyInTime is null ? 0 : 1;
            repliesInTime += row.ReplyInTime == true ? 1 : 0;
        }

        public void End(in FigureRow row)
        {
            ends++;
            if (!row.IsClosed)
            {
                return;
            }

            closes.Add((row.EndedAt!.Value - row.SubmittedAt) / 60_000.0);
            closesTimed += row.CloseInTime is null ? 0 : 1;
            closesInTime += row.CloseInTime == true ? 1 : 0;
        }

        public void Stop(string clock, ClockOutcome outcome)
        {
            if (Array.IndexOf(clocks, clock) is >= 0 and var index)
            {
                stops[index] = (stops[index].Stopped + 1, stops[index].InTime + (outcome.InTime ? 1 : 0));
            }
        }

        public void Rate(int score) => (scores, ratings) = (scores + score, ratings + 1);

        public Figures ToFigures()
        {
            replies.Sort();
            closes.Sort();
            return new Figures(
                arrivals,
                closes.Count,
                backlog,
                Quantiles.Median(replies),
                Quantiles.NinetiethPercentile(replies),
                Quantiles.Median(closes),
                Quantiles.NinetiethPercentile(closes),
                Share(repliesInTime, repliesTimed),
                Share(closesInTime, closesTimed),
                Share(scores, ratings),
                ratings
            )
            {
                MoreInTime = clocks.Length == 0 ? [] : [.. stops.Select(stop => Share(stop.InTime, stop.Stopped))],
            };
        }

        private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
    }
}
