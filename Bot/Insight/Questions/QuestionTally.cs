using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight.Questions;

/// <summary>The columns of a stored answer that the statistics need.</summary>
internal readonly record struct QuestionColumns(
    string ChannelId,
    string ConversationId,
    long At,
    bool IsAnswered,
    bool IsUnanswered,
    string? ArticleKey
);

/// <summary>The columns of a vote that the statistics need.</summary>
internal readonly record struct VoteColumns(
    string ChannelId,
    string ConversationId,
    long At,
    string? ArticleKey,
    bool IsUpvote,
    VoteReason? Reason
);

/// <summary>Counts questions, votes and requests row by row, so that a year of them need not be in memory at once.</summary>
/// <param name="before">The time to compare with, before the period; may be shorter than it.</param>
internal sealed class QuestionTally(Period period, TimeWindow before)
{
    private const int MaxArticles = 20;

    private readonly Counts[] weeks = [.. Enumerable.Range(0, period.Weeks).Select(_ => new Counts())];
    private readonly Counts beforeCounts = new();
    private readonly Dictionary<(string ChannelId, string ConversationId, int Day), Exchange> exchanges = [];
    private readonly Dictionary<string, int[]> hoursByChannel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ArticleStatistics> articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> downvoteReasons = new(StringComparer.Ordinal);

    /// <summary>Must be called in the order of time.</summary>
    public void Add(in QuestionColumns row)
    {
        if (FindCounts(row.At) is not { } counts)
        {
            return;
        }

        counts.Questions++;
        counts.Answered += row.IsAnswered ? 1 : 0;
        counts.Unanswered += row.IsUnanswered ? 1 : 0;
        var key = KeyOf(row.ChannelId, row.ConversationId, row.At);
        if (!exchanges.TryGetValue(key, out var exchange))
        {
            exchanges.Add(key, exchange = new Exchange(counts));
        }

        exchange.EndsAnswered = row.IsAnswered;
        if (counts == beforeCounts)
        {
            return;
        }

        if (!hoursByChannel.TryGetValue(row.ChannelId, out var hours))
        {
            hoursByChannel.Add(row.ChannelId, hours = new int[24]);
        }

        hours[DateTimeOffset.FromUnixTimeMilliseconds(row.At).ToHanoi().Hour]++;
        if (row.ArticleKey is { } article)
        {
            articles[article] = GetArticle(article) with { Questions = GetArticle(article).Questions + 1 };
        }
    }

    /// <summary>Must be called after the questions were added.</summary>
    public void AddVote(in VoteColumns vote)
    {
        if (FindCounts(vote.At) is not { } counts)
        {
            return;
        }

        counts.Upvotes += vote.IsUpvote ? 1 : 0;
        counts.Downvotes += vote.IsUpvote ? 0 : 1;
        if (!vote.IsUpvote && exchanges.TryGetValue(KeyOf(vote.ChannelId, vote.ConversationId, vote.At), out var exchange))
        {
            exchange.NeedsPerson = true;
        }

        if (counts == beforeCounts)
        {
            return;
        }

        if (!vote.IsUpvote)
        {
            var reason = vote.Reason?.ToString() ?? "";
            downvoteReasons[reason] = downvoteReasons.GetValueOrDefault(reason) + 1;
        }

        if (vote.ArticleKey is { } key && articles.TryGetValue(key, out var article))
        {
            articles[key] = vote.IsUpvote
                ? article with
                {
                    Upvotes = article.Upvotes + 1,
                }
                : article with
                {
                    Downvotes = article.Downvotes + 1,
                };
        }
    }

    /// <summary>A request was submitted. Must be called after the questions were added.</summary>
    public void AddRequest(string channelId, string conversationId, long at)
    {
        if (exchanges.TryGetValue(KeyOf(channelId, conversationId, at), out var exchange))
        {
            exchange.NeedsPerson = true;
        }
    }

    /// <param name="isBeforeOnRecord">Whether all questions of the time to compare with are on record, so that it can be shown.</param>
    public QuestionReport ToReport(bool isBeforeOnRecord, IReadOnlyList<UnansweredQuestion> unanswered)
    {
        foreach (var exchange in exchanges.Values)
        {
            exchange.Counts.Exchanges++;
            exchange.Counts.SolvedExchanges += exchange is { EndsAnswered: true, NeedsPerson: false } ? 1 : 0;
        }

        List<QuestionStatistics> statistics = [.. weeks.Select(week => week.ToStatistics())];
        return new QuestionReport(
            new QuestionStatistics(
                statistics.Sum(week => week.Questions),
                statistics.Sum(week => week.Answered),
                statistics.Sum(week => week.Unanswered),
                statistics.Sum(week => week.Exchanges),
                statistics.Sum(week => week.SolvedExchanges),
                statistics.Sum(week => week.Upvotes),
                statistics.Sum(week => week.Downvotes)
            ),
            isBeforeOnRecord ? beforeCounts.ToStatistics() : null,
            statistics,
            [
                .. hoursByChannel
                    .OrderByDescending(channel => channel.Value.Sum())
                    .ThenBy(channel => channel.Key, StringComparer.Ordinal)
                    .Select(channel => new ChannelHours(channel.Key, channel.Value)),
            ],
            [
                .. articles
                    .Values.OrderByDescending(article => article.Questions)
                    .ThenBy(article => article.ArticleKey, StringComparer.Ordinal)
                    .Take(MaxArticles),
            ],
            unanswered,
            [
                .. downvoteReasons
                    .OrderByDescending(reason => reason.Value)
                    .ThenBy(reason => reason.Key, StringComparer.Ordinal)
                    .Select(reason => new DownvoteReason(reason.Key.Length == 0 ? null : reason.Key, reason.Value)),
            ]
        );
    }

    private static (string ChannelId, string ConversationId, int Day) KeyOf(string channelId, string conversationId, long at) =>
        (channelId, conversationId, HanoiTime.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(at)).DayNumber);

    private ArticleStatistics GetArticle(string key) => articles.GetValueOrDefault(key) ?? new ArticleStatistics(key, 0, 0, 0);

    private Counts? FindCounts(long at) =>
        before.Contains(at) ? beforeCounts
        : period.GetWeekIndex(at) is var week && week >= 0 && week < weeks.Length ? weeks[week]
        : null;

    /// <param name="counts">The counts of the week in which the exchange took place.</param>
    private sealed class Exchange(Counts counts)
    {
        public Counts Counts => counts;

        /// <summary>The last question was answered from an article.</summary>
        public bool EndsAnswered { get; set; }

        /// <summary>An answer was voted down, or a request was submitted.</summary>
        public bool NeedsPerson { get; set; }
    }

    private sealed class Counts
    {
        public int Questions,
            Answered,
            Unanswered,
            Exchanges,
            SolvedExchanges,
            Upvotes,
            Downvotes;

        public QuestionStatistics ToStatistics() => new(Questions, Answered, Unanswered, Exchanges, SolvedExchanges, Upvotes, Downvotes);
    }
}
