using System.ComponentModel;
using PolicyAssistantBot.Insight.Questions;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight;

/// <summary>Statistics of a group of cases in a period. Durations are elapsed minutes.</summary>
/// <param name="Arrivals">Submitted in the period.</param>
/// <param name="Closed">Closed or forwarded in the period.</param>
/// <param name="Backlog">Open at the end of the period.</param>
/// <param name="ReplyMedian">From submission to the first reply, for cases first replied to in the period.</param>
/// <param name="CloseMedian">From submission to the end, for cases closed or forwarded in the period.</param>
/// <param name="ReplyOnTimeRate">The share of first replies before their deadline, 0 to 1.</param>
/// <param name="ResolutionOnTimeRate">The share of cases resolved before their deadline, of those closed or forwarded in the period, 0 to
/// 1.</param>
/// <param name="MeanScore">The mean of the ratings given in the period, 1 to 5.</param>
public sealed record CaseStatistics(
    int Arrivals,
    int Closed,
    int Backlog,
    double? ReplyMedian,
    double? ReplyP90,
    double? CloseMedian,
    double? CloseP90,
    double? ReplyOnTimeRate,
    double? ResolutionOnTimeRate,
    double? MeanScore,
    int RatingCount
)
{
    /// <summary>
    /// For each of <see cref="InsightReport.OtherDeadlineTitles"/>, the share that was met on time, of those that stopped in the period.
    /// </summary>
    public IReadOnlyList<double?> OtherOnTimeRates { get; init; } = [];
}

/// <summary>Statistics of the cases with the same kind, ward, team, topic or official.</summary>
/// <param name="Key">Null for cases without one.</param>
public sealed record GroupStatistics(string? Key, CaseStatistics Figures);

/// <summary>All statistics of a period. Immutable, because the cache returns the same object to all callers.</summary>
/// <param name="Weeks">One for each week of the period, in order.</param>
/// <param name="ScoreCounts">How often each rating was given, 1 first.</param>
[ImmutableObject(true)]
public sealed record InsightReport(
    Period Period,
    CaseStatistics Total,
    IReadOnlyList<CaseStatistics> Weeks,
    IReadOnlyList<GroupStatistics> Kinds,
    IReadOnlyList<GroupStatistics> Topics,
    IReadOnlyList<GroupStatistics> Wards,
    IReadOnlyList<GroupStatistics> Teams,
    IReadOnlyList<int> ScoreCounts
)
{
    /// <summary>The statistics of the period before; null when not all of it is on record.</summary>
    public CaseStatistics? Before { get; init; }

    /// <summary>By the account that is responsible for the case, or was when it ended.</summary>
    public IReadOnlyList<GroupStatistics> Officials { get; init; } = [];

    /// <summary>The names of <see cref="Officials"/> by their account's id.</summary>
    public IReadOnlyDictionary<string, string> OfficialNames { get; init; } = new Dictionary<string, string>();

    /// <summary>What was asked in the chat; null when it was not looked at.</summary>
    public QuestionReport? Questions { get; init; }

    /// <summary>The titles of further deadlines.</summary>
    public IReadOnlyList<LocalizedText> OtherDeadlineTitles { get; init; } = [];
}

/// <summary>The columns of a case that the statistics need, see <see cref="CaseMeasurement"/>.</summary>
internal readonly record struct CaseMeasurementColumns(
    long SubmittedAt,
    string Kind,
    string? Ward,
    string? Team,
    string? Topic,
    long? FirstReplyAt,
    long? EndedAt,
    bool IsClosed,
    bool? IsReplyOnTime,
    bool? IsResolutionOnTime,
    IReadOnlyDictionary<string, DeadlineOutcome>? OtherDeadlines = null,
    string? OwnerId = null,
    string? OwnerName = null
);

/// <summary>A rating with the attributes of its case.</summary>
internal readonly record struct RatingRow(
    long At,
    int Score,
    string Kind,
    string? Ward,
    string? Team,
    string? Topic,
    string? OwnerId = null
);
