using System.Globalization;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight.Charts;

/// <summary>The charts of the page, each shown above the table with its figures.</summary>
internal static class InsightCharts
{
    public static IReadOnlyList<Chart> Weekly(InsightReport report)
    {
        string[] labels =
        [
            .. report.Weeks.Select((_, week) => report.Period.MondayOf(week).ToString("dd/MM", CultureInfo.InvariantCulture)),
        ];
        return
        [
            new Chart(
                "flow",
                InsightTexts.FlowChart,
                labels,
                [
                    Of(InsightTexts.Arrivals, f => f.Arrivals),
                    Of(InsightTexts.Closed, f => f.Closed),
                    Of(InsightTexts.Backlog, f => f.Backlog),
                ]
            ),
            new Chart(
                "reply",
                InsightTexts.ReplyChart,
                labels,
                [Of(InsightTexts.Median, f => f.ReplyMedian / 60), Of(InsightTexts.P90, f => f.ReplyP90 / 60)]
            ),
            new Chart(
                "close",
                InsightTexts.CloseChart,
                labels,
                [Of(InsightTexts.Median, f => f.CloseMedian / 1440), Of(InsightTexts.P90, f => f.CloseP90 / 1440)]
            ),
            new Chart(
                "time",
                InsightTexts.TimeChart,
                labels,
                [
                    Of(InsightTexts.ReplyInTime, f => f.ReplyInTime * 100),
                    Of(InsightTexts.CloseInTime, f => f.CloseInTime * 100),
                    .. report.MoreClocks.Select((title, i) => Of(title, f => f.MoreInTime[i] * 100)),
                ],
                Top: 100
            ),
        ];

        Series Of(LocalizedText name, Func<Figures, double?> value) => new(name, [.. report.Weeks.Select(value)]);
    }

    public static Chart Scores(InsightReport report) =>
        new(
            "score",
            InsightTexts.ScoreChart,
            ["1", "2", "3", "4", "5"],
            [new Series(InsightTexts.Ratings, [.. report.Scores.Select(count => (double?)count)])],
            IsBars: true
        );
}
