using System.Globalization;
using PolicyAssistantBot.Insight.Questions;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight.Charts;

/// <summary>The charts of the page, each shown above the table with its figures.</summary>
internal static class InsightCharts
{
    /// <summary>Series can be told apart by their marks up to this number.</summary>
    private const int MaxChannels = 3;

    public static IReadOnlyList<Chart> CreateWeeklyCharts(InsightReport report)
    {
        var labels = CreateWeekLabels(report.Period);
        return
        [
            new Chart(
                "flow",
                InsightTexts.FlowChart,
                labels,
                [
                    CreateSeries(InsightTexts.Arrivals, f => f.Arrivals),
                    CreateSeries(InsightTexts.Closed, f => f.Closed),
                    CreateSeries(InsightTexts.Backlog, f => f.Backlog),
                ]
            ),
            new Chart(
                "reply",
                InsightTexts.ReplyChart,
                labels,
                [CreateSeries(InsightTexts.Median, f => f.ReplyMedian / 60), CreateSeries(InsightTexts.P90, f => f.ReplyP90 / 60)]
            ),
            new Chart(
                "close",
                InsightTexts.CloseChart,
                labels,
                [CreateSeries(InsightTexts.Median, f => f.CloseMedian / 1440), CreateSeries(InsightTexts.P90, f => f.CloseP90 / 1440)]
            ),
            new Chart(
                "time",
                InsightTexts.OnTimeChart,
                labels,
                [
                    CreateSeries(InsightTexts.ReplyOnTimeRate, f => f.ReplyOnTimeRate * 100),
                    CreateSeries(InsightTexts.ResolutionOnTimeRate, f => f.ResolutionOnTimeRate * 100),
                    .. report.OtherDeadlineTitles.Select((title, i) => CreateSeries(title, f => f.OtherOnTimeRates[i] * 100)),
                ],
                YMaximum: 100
            ),
        ];

        Series CreateSeries(LocalizedText name, Func<CaseStatistics, double?> value) => new(name, [.. report.Weeks.Select(value)]);
    }

    public static IReadOnlyList<Chart> CreateQuestionCharts(Period period, QuestionReport report)
    {
        var weeks = CreateWeekLabels(period);
        return
        [
            new Chart(
                "questions",
                QuestionTexts.WeekChart,
                weeks,
                [
                    new Series(QuestionTexts.Questions, [.. report.Weeks.Select(week => (double?)week.Questions)]),
                    new Series(QuestionTexts.NotAnswered, [.. report.Weeks.Select(week => (double?)week.Unanswered)]),
                ]
            ),
            new Chart(
                "solved",
                QuestionTexts.SolvedChart,
                weeks,
                [new Series(QuestionTexts.SolvedShare, [.. report.Weeks.Select(week => week.SolvedShare * 100)])],
                YMaximum: 100
            ),
            new Chart(
                "hours",
                QuestionTexts.HourChart,
                [.. Enumerable.Range(0, 24).Select(hour => hour.ToString(CultureInfo.InvariantCulture))],
                [
                    .. report
                        .Channels.Take(MaxChannels)
                        .Select(channel => new Series(
                            QuestionTexts.LabelOfChannel(channel.ChannelId),
                            [.. channel.Hours.Select(count => (double?)count)]
                        )),
                ],
                HasBars: true
            ),
        ];
    }

    public static Chart CreateScoreChart(InsightReport report) =>
        new(
            "score",
            InsightTexts.ScoreChart,
            ["1", "2", "3", "4", "5"],
            [new Series(InsightTexts.Ratings, [.. report.ScoreCounts.Select(count => (double?)count)])],
            HasBars: true
        );

    private static string[] CreateWeekLabels(Period period) =>
        [.. Enumerable.Range(0, period.Weeks).Select(week => period.GetMonday(week).ToString("dd/MM", CultureInfo.InvariantCulture))];
}
