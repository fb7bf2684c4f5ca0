using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Insight;

/// <summary>What a number means, which decides its format.</summary>
public enum CellKind
{
    Count,

    /// <summary>Minutes.</summary>
    Duration,

    /// <summary>0 to 1.</summary>
    Share,

    /// <summary>1 to 5.</summary>
    Score,
}

/// <param name="Value">Null when there is no data.</param>
public readonly record struct Cell(CellKind Kind, double? Value);

public sealed record FigureTableRow(string Label, IReadOnlyList<Cell> Cells);

/// <summary>One table of figures, the same on the page, in files and in the weekly message.</summary>
/// <param name="Key">The table's name in URLs.</param>
public sealed record FigureTable(string Key, string Title, IReadOnlyList<string> Columns, IReadOnlyList<FigureTableRow> Rows);

/// <summary>Arranges statistics in tables, in one language.</summary>
internal static class FigureTables
{
    /// <param name="teamName">The name of a team by its key; null when the team is unknown.</param>
    public static IReadOnlyList<FigureTable> All(InsightReport report, Func<string, LocalizedText?> teamName, Lang lang) =>
        [
            Table("total", InsightTexts.Total, InsightTexts.Period, [(Range(report.Period, lang), report.Total)], report, lang),
            Table(
                "week",
                InsightTexts.ByWeek,
                InsightTexts.Week,
                [.. report.Weeks.Select((figures, week) => (Day(report.Period.MondayOf(week), lang), figures))],
                report,
                lang
            ),
            Table(
                "kind",
                InsightTexts.ByKind,
                InsightTexts.Kind,
                Groups(report.Kinds, key => InsightTexts.Of(Enum.TryParse<RequestKind>(key, out var kind) ? kind : null), lang),
                report,
                lang
            ),
            Table("topic", InsightTexts.ByTopic, InsightTexts.Topic, Groups(report.Topics, InsightTexts.OfTopic, lang), report, lang),
            Table(
                "ward",
                InsightTexts.ByWard,
                InsightTexts.Ward,
                Groups(report.Wards, key => new LocalizedText(key, key), lang),
                report,
                lang
            ),
            Table(
                "team",
                InsightTexts.ByTeam,
                InsightTexts.Team,
                Groups(report.Teams, key => teamName(key) ?? new LocalizedText(key, key), lang),
                report,
                lang
            ),
            new FigureTable(
                "score",
                InsightTexts.Satisfaction[lang],
                [InsightTexts.Rating[lang], InsightTexts.Ratings[lang]],
                [
                    .. report.Scores.Select(
                        (count, index) => new FigureTableRow(InsightTexts.OfScore(index + 1)[lang], [new Cell(CellKind.Count, count)])
                    ),
                ]
            ),
        ];

    /// <summary>The figures of two periods side by side, in the order of <see cref="InsightTexts.ColumnsOf"/>.</summary>
    public static IEnumerable<(Cell Now, Cell Before)> Compare(Figures now, Figures before) => Cells(now).Zip(Cells(before));

    /// <summary>A date in the usual notation of the language.</summary>
    public static string Day(DateOnly day, Lang lang) =>
        day.ToString(lang == Lang.En ? "d MMM yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Range(Period period, Lang lang) => $"{Day(period.Monday, lang)} – {Day(period.Sunday, lang)}";

    private static FigureTable Table(
        string key,
        LocalizedText title,
        LocalizedText label,
        IReadOnlyList<(string Label, Figures Figures)> rows,
        InsightReport report,
        Lang lang
    ) =>
        new(
            key,
            title[lang],
            [label[lang], .. InsightTexts.ColumnsOf(report.MoreClocks).Select(c => c[lang])],
            [.. rows.Select(row => new FigureTableRow(row.Label, Cells(row.Figures)))]
        );

    /// <summary>In the order of <see cref="InsightTexts.ColumnsOf"/>.</summary>
    private static Cell[] Cells(Figures f) =>
        [
            new(CellKind.Count, f.Arrivals),
            new(CellKind.Count, f.Closed),
            new(CellKind.Count, f.Backlog),
            new(CellKind.Duration, f.ReplyMedian),
            new(CellKind.Duration, f.ReplyP90),
            new(CellKind.Duration, f.CloseMedian),
            new(CellKind.Duration, f.CloseP90),
            new(CellKind.Share, f.ReplyInTime),
            new(CellKind.Share, f.CloseInTime),
            .. f.MoreInTime.Select(share => new Cell(CellKind.Share, share)),
            new(CellKind.Score, f.Score),
            new(CellKind.Count, f.Ratings),
        ];

    private static (string, Figures)[] Groups(IReadOnlyList<GroupFigures> groups, Func<string, LocalizedText> name, Lang lang) =>
        [.. groups.Select(g => ((g.Key is null ? InsightTexts.None : name(g.Key))[lang], g.Figures))];
}
