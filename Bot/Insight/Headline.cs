using PolicyAssistantBot.Insight.Questions;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight;

/// <summary>How a figure changed; for figures where neither direction is better, always <see cref="Neutral"/>.</summary>
public enum Trend
{
    Neutral,
    Better,
    Worse,
}

/// <summary>One of the four figures that the page leads with, in one language.</summary>
/// <param name="Change">Compared with the period before.</param>
/// <param name="Detail">A second figure that explains the first; null for none.</param>
public sealed record Headline(string Label, string Value, string Change, Trend Trend, string? Detail)
{
    public static IReadOnlyList<Headline> CreateAll(InsightReport report, Lang lang)
    {
        var (now, before) = (report.Total, report.Before);
        var (asked, askedBefore) = (report.Questions?.Total, report.Questions?.Before);
        return
        [
            Create(
                HeadlineTexts.Questions,
                new Cell(CellKind.Count, asked?.Questions),
                askedBefore?.Questions,
                isMoreBetter: false,
                asked is null ? null : HeadlineTexts.Exchanges.With(lang, Format(CellKind.Count, asked.Exchanges)),
                lang
            ),
            Create(
                QuestionTexts.SolvedShare,
                new Cell(CellKind.Share, asked?.SolvedShare),
                askedBefore?.SolvedShare,
                isMoreBetter: true,
                asked is null
                    ? null
                    : HeadlineTexts.SolvedOf.With(
                        lang,
                        Format(CellKind.Count, asked.SolvedExchanges),
                        Format(CellKind.Count, asked.Exchanges)
                    ),
                lang
            ),
            Create(
                HeadlineTexts.Requests,
                new Cell(CellKind.Count, now.Arrivals),
                before?.Arrivals,
                isMoreBetter: false,
                HeadlineTexts.StillOpen.With(lang, Format(CellKind.Count, now.Backlog)),
                lang
            ),
            Create(
                InsightTexts.ReplyOnTimeRate,
                new Cell(CellKind.Share, now.ReplyOnTimeRate),
                before?.ReplyOnTimeRate,
                isMoreBetter: true,
                now.ReplyMedian is { } median ? HeadlineTexts.MedianReply.With(lang, Format(CellKind.Duration, median)) : null,
                lang
            ),
        ];

        string Format(CellKind kind, double value) => StatisticsFormatter.Format(new Cell(kind, value), lang);
    }

    private static Headline Create(LocalizedText label, Cell now, double? before, bool isMoreBetter, string? detail, Lang lang)
    {
        var trend =
            !isMoreBetter || now.Value is null || before is null || now.Value == before ? Trend.Neutral
            : now.Value > before ? Trend.Better
            : Trend.Worse;
        return new Headline(label[lang], StatisticsFormatter.Format(now, lang), DescribeChange(now, before, lang), trend, detail);
    }

    private static string DescribeChange(Cell now, double? before, Lang lang)
    {
        if (now.Value is not { } value || before is not { } previous)
        {
            return HeadlineTexts.NothingToCompare[lang];
        }

        var formatted = StatisticsFormatter.Format(now with { Value = previous }, lang);
        if (value == previous)
        {
            return HeadlineTexts.Unchanged.With(lang, formatted);
        }

        if (now.Kind == CellKind.Count && previous == 0)
        {
            return HeadlineTexts.Before.With(lang, formatted);
        }

        var difference =
            now.Kind == CellKind.Share
                ? HeadlineTexts.Points.With(lang, StatisticsFormatter.FormatPoints(Math.Abs(value - previous), lang))
                : StatisticsFormatter.Format(new Cell(CellKind.Share, Math.Abs(value - previous) / previous), lang);
        return (value > previous ? HeadlineTexts.Up : HeadlineTexts.Down).With(lang, difference, formatted);
    }
}

/// <summary>The texts of the four figures.</summary>
internal static class HeadlineTexts
{
    public static readonly LocalizedText Heading = new("Tóm tắt", "Summary");
    public static readonly LocalizedText Questions = new("Câu hỏi trong trò chuyện", "Questions in the chat");
    public static readonly LocalizedText Requests = new("Yêu cầu mới gửi", "Requests submitted");

    /// <summary>{0} number of conversations.</summary>
    public static readonly LocalizedText Exchanges = new("trong {0} cuộc trò chuyện", "in {0} conversations");

    /// <summary>{0} solved, {1} all.</summary>
    public static readonly LocalizedText SolvedOf = new("{0} trên {1} cuộc trò chuyện", "{0} of {1} conversations");

    /// <summary>{0} number of cases.</summary>
    public static readonly LocalizedText StillOpen = new("còn tồn {0}", "{0} still open");

    /// <summary>{0} duration.</summary>
    public static readonly LocalizedText MedianReply = new("trung vị {0} đến lần trả lời đầu", "median time to first reply {0}");

    /// <summary>{0} difference, {1} the figure of the period before.</summary>
    public static readonly LocalizedText Up = new("Tăng {0} so với kỳ trước ({1})", "Up {0} on the period before ({1})");

    /// <summary>{0} difference, {1} the figure of the period before.</summary>
    public static readonly LocalizedText Down = new("Giảm {0} so với kỳ trước ({1})", "Down {0} on the period before ({1})");

    /// <summary>{0} the figure of the period before.</summary>
    public static readonly LocalizedText Unchanged = new("Không đổi so với kỳ trước ({0})", "As in the period before ({0})");

    /// <summary>{0} the figure of the period before.</summary>
    public static readonly LocalizedText Before = new("Kỳ trước: {0}", "Period before: {0}");

    /// <summary>{0} percentage points.</summary>
    public static readonly LocalizedText Points = new("{0} điểm phần trăm", "{0} percentage points");

    public static readonly LocalizedText NothingToCompare = new(
        "Chưa đủ số liệu kỳ trước để so sánh",
        "Not enough figures of the period before to compare with"
    );
}
