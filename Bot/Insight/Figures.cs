using System.ComponentModel;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight;

/// <summary>Statistics of a group of cases in a period. Durations are elapsed minutes.</summary>
/// <param name="Arrivals">Submitted in the period.</param>
/// <param name="Closed">Closed or forwarded in the period.</param>
/// <param name="Backlog">Open at the end of the period.</param>
/// <param name="ReplyMedian">From submission to the first reply, for cases first replied to in the period.</param>
/// <param name="CloseMedian">From submission to the end, for cases closed or forwarded in the period.</param>
/// <param name="ReplyInTime">The share of first replies before their deadline, 0 to 1.</param>
/// <param name="CloseInTime">The share of cases resolved before their deadline, of those closed or forwarded in the period, 0 to 1.</param>
/// <param name="Score">The mean of the ratings given in the period, 1 to 5.</param>
public sealed record Figures(
    int Arrivals,
    int Closed,
    int Backlog,
    double? ReplyMedian,
    double? ReplyP90,
    double? CloseMedian,
    double? CloseP90,
    double? ReplyInTime,
    double? CloseInTime,
    double? Score,
    int Ratings
)
{
    /// <summary>
    /// For each of <see cref="InsightReport.MoreClocks"/>, the share that stopped in time, of those stopped in the period.
    /// </summary>
    public IReadOnlyList<double?> MoreInTime { get; init; } = [];
}

/// <summary>Statistics of the cases with the same kind, ward, team or topic.</summary>
/// <param name="Key">Null for cases without one.</param>
public sealed record GroupFigures(string? Key, Figures Figures);

/// <summary>All figures of a period. Immutable, so that the cache hands out the same object to all callers.</summary>
/// <param name="Weeks">One for each week of the period, in order.</param>
/// <param name="Scores">How often each rating was given, 1 first.</param>
[ImmutableObject(true)]
public sealed record InsightReport(
    Period Period,
    Figures Total,
    IReadOnlyList<Figures> Weeks,
    IReadOnlyList<GroupFigures> Kinds,
    IReadOnlyList<GroupFigures> Topics,
    IReadOnlyList<GroupFigures> Wards,
    IReadOnlyList<GroupFigures> Teams,
    IReadOnlyList<int> Scores
)
{
    /// <summary>The headings of further clocks.</summary>
    public IReadOnlyList<LocalizedText> MoreClocks { get; init; } = [];
}

/// <summary>The columns of a case that the statistics need, see <see cref="CaseFigure"/>.</summary>
internal readonly record struct FigureRow(
    long SubmittedAt,
    string Kind,
    string? Ward,
    string? Team,
    string? Topic,
    long? FirstReplyAt,
    long? EndedAt,
    bool IsClosed,
    bool? ReplyInTime,
    bool? CloseInTime,
    IReadOnlyDictionary<string, ClockOutcome>? MoreClocks = null
);

/// <summary>A rating with the attributes of its case.</summary>
internal readonly record struct RatingRow(long At, int Score, string Kind, string? Ward, string? Team, string? Topic);
