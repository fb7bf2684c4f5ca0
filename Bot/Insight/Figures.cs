using System.ComponentModel;

namespace PolicyAssistantBot.Insight;

/// <summary>What is said of a group of cases in a period. Spans are elapsed minutes.</summary>
/// <param name="Arrivals">Submitted in the period.</param>
/// <param name="Closed">Closed or forwarded in it.</param>
/// <param name="Backlog">Submitted and not ended when it ended.</param>
/// <param name="ReplyMedian">From submission to the first reply, of those first replied to in the period.</param>
/// <param name="CloseMedian">From submission to the end, of those closed or forwarded in the period.</param>
/// <param name="ReplyInTime">The share of first replies before their deadline, 0 to 1.</param>
/// <param name="CloseInTime">The share of answers and ends before their deadline, of those closed or forwarded in the period.</param>
/// <param name="Score">The mean of the ratings given in the period, 1 to 5.</param>
public sealed record Figures(
    int Arrivals,
    int Closed,
    int Backlog,
    double? ReplyMedian,
    double? ReplyNinety,
    double? CloseMedian,
    double? CloseNinety,
    double? ReplyInTime,
    double? CloseInTime,
    double? Score,
    int Ratings
);

/// <summary>Figures of the cases that share something: a kind, a ward, a team, a topic.</summary>
/// <param name="Key">Null for the cases that have none.</param>
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
);

/// <summary>A case as the figures see it, see <see cref="CaseFigure"/>.</summary>
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
    bool? CloseInTime
);

/// <summary>A rating with the case that it is about.</summary>
internal readonly record struct RatingRow(long At, int Score, string Kind, string? Ward, string? Team, string? Topic);
