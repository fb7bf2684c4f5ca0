using System.Globalization;
using PolicyAssistantBot.Insight.Questions;
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

public sealed record StatisticsTableRow(string Label, IReadOnlyList<Cell> Cells);

/// <summary>One table of figures, the same on the page, in files and in the weekly message.</summary>
/// <param name="Key">The table's name in URLs.</param>
public sealed record StatisticsTable(string Key, string Title, IReadOnlyList<string> Columns, IReadOnlyList<StatisticsTableRow> Rows)
{
    /// <summary>Whether no cell has a figure other than zero.</summary>
    public bool IsEmpty => Rows.All(row => row.Cells.All(IsNothing));

    /// <summary>Without the columns that have no figure other than zero, for reading; files have all columns.</summary>
    public StatisticsTable WithoutEmptyColumns()
    {
        int[] filled = [.. Enumerable.Range(0, Columns.Count - 1).Where(i => Rows.Any(row => !IsNothing(row.Cells[i])))];
        return this with
        {
            Columns = [Columns[0], .. filled.Select(i => Columns[i + 1])],
            Rows = [.. Rows.Select(row => row with { Cells = [.. filled.Select(i => row.Cells[i])] })],
        };
    }

    private static bool IsNothing(Cell cell) => cell.Value is null or 0;
}

/// <summary>Arranges statistics in tables, in one language.</summary>
internal static class StatisticsTables
{
    /// <param name="findTeamName">The name of a team by its key; null when the team is unknown.</param>
    /// <param name="findArticleTitle">The title of an article by its key; null when the article is gone.</param>
    public static IReadOnlyList<StatisticsTable> CreateAll(
        InsightReport report,
        Func<string, LocalizedText?> findTeamName,
        Func<string, string?> findArticleTitle,
        Lang lang
    ) =>
        [
            CreateTable(
                "total",
                InsightTexts.Total,
                InsightTexts.Period,
                [(FormatPeriod(report.Period, lang), report.Total)],
                report,
                lang
            ),
            CreateTable(
                "week",
                InsightTexts.ByWeek,
                InsightTexts.Week,
                [.. report.Weeks.Select((figures, week) => (FormatDay(report.Period.GetMonday(week), lang), figures))],
                report,
                lang
            ),
            CreateTable(
                "kind",
                InsightTexts.ByKind,
                InsightTexts.Kind,
                CreateRows(report.Kinds, key => InsightTexts.LabelOf(Enum.TryParse<RequestKind>(key, out var kind) ? kind : null), lang),
                report,
                lang
            ),
            CreateTable("topic", InsightTexts.ByTopic, InsightTexts.Topic, CreateRows(report.Topics, Topics.GetName, lang), report, lang),
            CreateTable(
                "ward",
                InsightTexts.ByWard,
                InsightTexts.Ward,
                CreateRows(report.Wards, key => new LocalizedText(key, key), lang),
                report,
                lang
            ),
            CreateTable(
                "team",
                InsightTexts.ByTeam,
                InsightTexts.Team,
                CreateRows(report.Teams, key => findTeamName(key) ?? new LocalizedText(key, key), lang),
                report,
                lang
            ),
            CreateTable(
                "official",
                InsightTexts.ByOfficial,
                InsightTexts.Official,
                [
                    .. report.Officials.Select(group =>
                        (
                            group.Key is null ? InsightTexts.Nobody[lang] : report.OfficialNames.GetValueOrDefault(group.Key, group.Key),
                            group.Figures
                        )
                    ),
                ],
                report,
                lang
            ),
            new StatisticsTable(
                "score",
                InsightTexts.Satisfaction[lang],
                [InsightTexts.Rating[lang], InsightTexts.Ratings[lang]],
                [
                    .. report.ScoreCounts.Select(
                        (count, index) =>
                            new StatisticsTableRow(InsightTexts.LabelOfScore(index + 1)[lang], [new Cell(CellKind.Count, count)])
                    ),
                ]
            ),
            .. report.Questions is { } questions ? QuestionTables.CreateAll(report.Period, questions, findArticleTitle, lang) : [],
        ];

    /// <summary>The figures of two periods side by side, in the order of <see cref="InsightTexts.GetColumns"/>.</summary>
    public static IEnumerable<(Cell Now, Cell Before)> Compare(CaseStatistics now, CaseStatistics before) =>
        CreateCells(now).Zip(CreateCells(before));

    /// <summary>A date in the usual notation of the language.</summary>
    public static string FormatDay(DateOnly day, Lang lang) =>
        day.ToString(lang == Lang.En ? "d MMM yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string FormatPeriod(Period period, Lang lang) => $"{FormatDay(period.Monday, lang)} – {FormatDay(period.Sunday, lang)}";

    private static StatisticsTable CreateTable(
        string key,
        LocalizedText title,
        LocalizedText label,
        IReadOnlyList<(string Label, CaseStatistics Figures)> rows,
        InsightReport report,
        Lang lang
    ) =>
        new(
            key,
            title[lang],
            [label[lang], .. InsightTexts.GetColumns(report.OtherDeadlineTitles).Select(c => c[lang])],
            [.. rows.Select(row => new StatisticsTableRow(row.Label, CreateCells(row.Figures)))]
        );

    /// <summary>In the order of <see cref="InsightTexts.GetColumns"/>.</summary>
    private static Cell[] CreateCells(CaseStatistics f) =>
        [
            new(CellKind.Count, f.Arrivals),
            new(CellKind.Count, f.Closed),
            new(CellKind.Count, f.Backlog),
            new(CellKind.Duration, f.ReplyMedian),
            new(CellKind.Duration, f.ReplyP90),
            new(CellKind.Duration, f.CloseMedian),
            new(CellKind.Duration, f.CloseP90),
            new(CellKind.Share, f.ReplyOnTimeRate),
            new(CellKind.Share, f.ResolutionOnTimeRate),
            .. f.OtherOnTimeRates.Select(share => new Cell(CellKind.Share, share)),
            new(CellKind.Score, f.MeanScore),
            new(CellKind.Count, f.RatingCount),
        ];

    private static (string, CaseStatistics)[] CreateRows(
        IReadOnlyList<GroupStatistics> groups,
        Func<string, LocalizedText> name,
        Lang lang
    ) => [.. groups.Select(g => ((g.Key is null ? InsightTexts.NotSpecified : name(g.Key))[lang], g.Figures))];
}
