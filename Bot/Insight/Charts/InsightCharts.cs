using System.Globalization;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight.Charts;

/// <summary>The charts of the page, each shown above the table with its figures.</summary>
internal static class InsightCharts
{
    public static IReadOnlyList<Chart> CreateWeeklyCharts(InsightReport report)
    {
        string[] labels =
        [
            .. report.Weeks.Select((_, week) => report.Period.GetMonday(week).ToString("dd/MM", CultureInfo.InvariantCulture)),
        ];
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

    public static Chart CreateScoreChart(InsightReport report) =>
        new(
            "score",
            InsightTexts.ScoreChart,
            ["1", "2", "3", "4", "5"],
            [new Series(InsightTexts.Ratings, [.. report.ScoreCounts.Select(count => (double?)count)])],
            HasBars: true
        );
}
