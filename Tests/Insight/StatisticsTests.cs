using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Tests.Requests;

namespace PolicyAssistantBot.Tests.Insight;

/// <summary>Compares the figures with a second calculation that shares only the histories with the first.</summary>
public sealed class StatisticsTests
{
    private static readonly DateTimeOffset Start = new(2026, 8, 3, 1, 17, 0, TimeSpan.Zero);
    private static readonly string[] Wards = ["Phường Ba Đình", "Phường Cửa Nam", "Xã Đông Anh"];

    [Fact]
    public void Statistics_of_random_histories_match_an_independent_calculation()
    {
#pragma warning disable CA5394 // The same cases each time.
        var random = new Random(20261122);
        List<(RequestKind Kind, string Ward, List<CaseEvent> History)> cases =
        [
            .. Enumerable.Range(0, 400).Select(i => ((RequestKind)random.Next(5), Wards[random.Next(3)], History(i, random))),
        ];
        List<RatingRow> ratings =
        [
            .. Enumerable
                .Range(0, 90)
                .Select(i => new RatingRow(
                    Start.AddDays(random.NextDouble() * 100).ToUnixTimeMilliseconds(),
                    1 + random.Next(5),
                    cases[i].Kind.ToString(),
                    cases[i].Ward,
                    null,
                    null
                )),
        ];
#pragma warning restore CA5394
        var period = Period.FromDays(new DateOnly(2026, 8, 26), new DateOnly(2026, 10, 7), Start);
        Assert.Equal((new DateOnly(2026, 8, 24), 7), (period.Monday, period.Weeks));
        var rows = cases
            .Select(Row)
            .Where(r => r.SubmittedAt < period.EndMilliseconds && (r.EndedAt is null || r.EndedAt >= period.StartMilliseconds))
            .ToList();
        var given = ratings.Where(r => r.At >= period.StartMilliseconds && r.At < period.EndMilliseconds).ToList();
        var report = StatisticsCalculator.Compute(period, rows, given, DeadlineDefinitions.Default);

        var (from, until) = (
            new DateTimeOffset(2026, 8, 24, 0, 0, 0, TimeSpan.FromHours(7)),
            new DateTimeOffset(2026, 10, 12, 0, 0, 0, TimeSpan.FromHours(7))
        );
        AssertSame(Expect(cases, given, from, until), report.Total);
        for (var week = 0; week < 7; week++)
        {
            var (monday, next) = (from.AddDays(7 * week), from.AddDays(7 * (week + 1)));
            AssertSame(
                Expect(
                    cases,
                    [.. given.Where(r => r.At >= monday.ToUnixTimeMilliseconds() && r.At < next.ToUnixTimeMilliseconds())],
                    monday,
                    next
                ),
                report.Weeks[week]
            );
        }

        Assert.Equal(5, report.Kinds.Count);
        foreach (var group in report.Kinds)
        {
            AssertSame(
                Expect([.. cases.Where(c => c.Kind.ToString() == group.Key)], [.. given.Where(r => r.Kind == group.Key)], from, until),
                group.Figures
            );
        }

        Assert.Equal(3, report.Wards.Count);
        foreach (var group in report.Wards)
        {
            AssertSame(
                Expect([.. cases.Where(c => c.Ward == group.Key)], [.. given.Where(r => r.Ward == group.Key)], from, until),
                group.Figures
            );
        }

        Assert.Equal(given.Count, report.ScoreCounts.Sum());
        Assert.Equal(report.Total.Backlog, report.Weeks[^1].Backlog);
    }

    [Theory]
    [InlineData(new double[0], null, null)]
    [InlineData(new double[] { 7 }, 7d, 7d)]
    [InlineData(new double[] { 1, 2 }, 1.5, 2d)]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 5.5, 9d)]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 6d, 10d)]
    public void Medians_and_90th_percentiles_are_exact(double[] sorted, double? median, double? ninety)
    {
        Assert.Equal(median, Quantiles.Median(sorted));
        Assert.Equal(ninety, Quantiles.NinetiethPercentile(sorted));
    }

    [Theory]
    [InlineData(null, null, "2026-09-07", 12)]
    [InlineData("2026-11-22", "2026-11-22", "2026-11-16", 1)]
    [InlineData("2026-11-23", "2026-11-22", "2026-08-31", 12)]
    [InlineData("1900-01-01", "2026-11-22", "2025-11-17", 53)]
    [InlineData("2026-11-16", "9999-12-31", "2098-12-29", 53)]
    public void Any_two_days_give_whole_weeks(string? from, string? until, string monday, int weeks)
    {
        // 23:30 on Sunday in Vietnam, still the week that is ending.
        var period = Period.FromDays(Day(from), Day(until), new DateTimeOffset(2026, 11, 29, 16, 30, 0, TimeSpan.Zero));
        Assert.Equal((Day(monday), weeks), (period.Monday, period.Weeks));
        Assert.Equal(DayOfWeek.Monday, period.Monday.DayOfWeek);

        static DateOnly? Day(string? text) =>
            text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static CaseMeasurementColumns Row((RequestKind Kind, string Ward, List<CaseEvent> History) c)
    {
        var request = Sample.Submitted().Request with
        {
            SubmittedAt = c.History[0].At,
            Facts = Sample.Draft() with { Kind = c.Kind, WardName = c.Ward },
        };
        var f = c.History.Aggregate(CaseMeasurementRules.CreateForNewCase(request), CaseMeasurementRules.ApplyEvent);
        return new CaseMeasurementColumns(
            f.SubmittedAt,
            f.Kind,
            f.Ward,
            f.Team,
            f.Topic,
            f.FirstReplyAt,
            f.EndedAt,
            f.IsClosed,
            f.IsReplyOnTime,
            f.IsResolutionOnTime
        );
    }

    /// <summary>Computes each figure by a separate search of the histories.</summary>
    private static CaseStatistics Expect(
        List<(RequestKind Kind, string Ward, List<CaseEvent> History)> cases,
        List<RatingRow> ratings,
        DateTimeOffset from,
        DateTimeOffset until
    )
    {
        bool Within(DateTimeOffset? at) => at >= from && at < until;
        var replies = cases
            .Select(c =>
                (
                    c.History[0].At,
                    Reply: c.History.FirstOrDefault(e =>
                        e.Actor.Kind == ActorKind.Official && e.Kind is CaseEventKind.Replied or CaseEventKind.AskedBack
                    )?.At
                )
            )
            .Where(c => Within(c.Reply))
            .Select(c => (c.Reply!.Value - c.At).TotalMinutes)
            .Order()
            .ToList();
        var ends = cases
            .Select(c => (c.History[0].At, End: EndOf(c.History), IsClosed: c.History[^1].StatusAfter == CaseStatus.Closed))
            .ToList();
        var closes = ends.Where(c => c.IsClosed && Within(c.End)).Select(c => (c.End!.Value - c.At).TotalMinutes).Order().ToList();
        return new CaseStatistics(
            cases.Count(c => Within(c.History[0].At)),
            closes.Count,
            ends.Count(c => c.At < until && (c.End is null || c.End >= until)),
            Middle(replies),
            Ninety(replies),
            Middle(closes),
            Ninety(closes),
            null,
            null,
            ratings.Count == 0 ? null : ratings.Average(r => r.Score),
            ratings.Count
        );

        static double? Middle(List<double> all) =>
            all.Count == 0 ? null : all.Skip((all.Count - 1) / 2).Take(2 - (all.Count % 2)).Average();

        // The smallest value that at least 90 % of the values do not exceed.
        static double? Ninety(List<double> all) => all.Count == 0 ? null : all.First(v => all.Count(o => o <= v) * 10 >= all.Count * 9);
    }

    /// <summary>When the case ended for good.</summary>
    private static DateTimeOffset? EndOf(List<CaseEvent> history)
    {
        if (history[^1].StatusAfter is not (CaseStatus.Closed or CaseStatus.Withdrawn))
        {
            return null;
        }

        var open = history.FindLastIndex(e => e.StatusAfter is not (CaseStatus.Closed or CaseStatus.Withdrawn));
        return history[open + 1].At;
    }

    private static void AssertSame(CaseStatistics expected, CaseStatistics actual)
    {
        Assert.Equal(
            (expected.Arrivals, expected.Closed, expected.Backlog, expected.RatingCount),
            (actual.Arrivals, actual.Closed, actual.Backlog, actual.RatingCount)
        );
        foreach (
            var (one, other) in new[]
            {
                (expected.ReplyMedian, actual.ReplyMedian),
                (expected.ReplyP90, actual.ReplyP90),
                (expected.CloseMedian, actual.CloseMedian),
                (expected.CloseP90, actual.CloseP90),
                (expected.MeanScore, actual.MeanScore),
            }
        )
        {
            Assert.Equal(one is null, other is null);
            Assert.Equal(one ?? 0, other ?? 0, 6);
        }
    }

#pragma warning disable CA5394 // The same cases each time.
    private static List<CaseEvent> History(int number, Random random)
    {
        var at = Start.AddMinutes(random.Next(90 * 24 * 60));
        List<CaseEvent> history = [Event(1, CaseEventKind.Submitted, CaseStatus.Submitted, ActorKind.Asker)];
        for (var i = random.Next(7); i > 0; i--)
        {
            at = at.AddMinutes(random.Next(1, 9000));
            var sequence = history.Count + 1;
            history.Add(
                history[^1].StatusAfter is CaseStatus.Closed or CaseStatus.Withdrawn
                    ? Event(sequence, CaseEventKind.Reopened, CaseStatus.Reopened, ActorKind.Asker)
                    : random.Next(6) switch
                    {
                        0 => Event(sequence, CaseEventKind.Taken, CaseStatus.Assigned, ActorKind.Official),
                        1 => Event(sequence, CaseEventKind.AskedBack, CaseStatus.WaitingForAsker, ActorKind.Official),
                        2 => Event(sequence, CaseEventKind.Replied, CaseStatus.Answered, ActorKind.Official),
                        3 => Event(sequence, CaseEventKind.AskerMessage, CaseStatus.Assigned, ActorKind.Asker),
                        4 => Event(sequence, CaseEventKind.Withdrawn, CaseStatus.Withdrawn, ActorKind.Asker),
                        _ => Event(sequence, CaseEventKind.Closed, CaseStatus.Closed, ActorKind.Official),
                    }
            );
        }

        return history;

        CaseEvent Event(int sequence, CaseEventKind kind, CaseStatus after, ActorKind who) =>
            new()
            {
                CaseNumber = new CaseNumber(2026, number + 1).ToString(),
                Sequence = sequence,
                Kind = kind,
                StatusAfter = after,
                At = at,
                Actor = new Actor(who, "x", null),
                Channel = "desk",
                ContentHash = "",
                PreviousHash = "",
                Hash = "",
            };
    }
#pragma warning restore CA5394
}
