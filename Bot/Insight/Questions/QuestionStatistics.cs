using System.ComponentModel;

namespace PolicyAssistantBot.Insight.Questions;

/// <summary>Statistics of the questions in the chat in a period.</summary>
/// <param name="Questions">Questions that got a reply, whatever it was.</param>
/// <param name="Answered">Answered from an article.</param>
/// <param name="Unanswered">No article answered.</param>
/// <param name="Exchanges">Conversations, each counted once for every day on which something was asked in it.</param>
/// <param name="SolvedExchanges">Exchanges that ended with an answer from an article, with no vote against an answer and without a
/// request: nobody had to help.</param>
public sealed record QuestionStatistics(
    int Questions,
    int Answered,
    int Unanswered,
    int Exchanges,
    int SolvedExchanges,
    int Upvotes,
    int Downvotes
)
{
    /// <summary>The share of exchanges that were solved without a person, 0 to 1; null when there were none.</summary>
    public double? SolvedShare => Exchanges == 0 ? null : (double)SolvedExchanges / Exchanges;
}

/// <summary>How often an article answered, and the votes on these answers.</summary>
public sealed record ArticleStatistics(string ArticleKey, int Questions, int Upvotes, int Downvotes);

/// <summary>Questions per hour of the day, in Vietnamese time.</summary>
/// <param name="Hours">24 counts.</param>
public sealed record ChannelHours(string ChannelId, IReadOnlyList<int> Hours);

/// <summary>A question that no article answered.</summary>
/// <param name="Text">As it was last asked, with personal data masked.</param>
public sealed record UnansweredQuestion(string Text, int Times);

/// <param name="Reason">The name of a <see cref="Feedback.VoteReason"/>; null for votes without one.</param>
public sealed record DownvoteReason(string? Reason, int Votes);

/// <summary>All statistics about questions in a period.</summary>
/// <param name="Before">The statistics of the period before; null when not all of it is on record.</param>
/// <param name="Weeks">One for each week of the period, in order.</param>
/// <param name="Channels">The channel with the most questions first.</param>
/// <param name="Articles">The articles that answered most often, the most frequent first.</param>
/// <param name="Unanswered">The most frequent first, of equal frequency the latest.</param>
[ImmutableObject(true)]
public sealed record QuestionReport(
    QuestionStatistics Total,
    QuestionStatistics? Before,
    IReadOnlyList<QuestionStatistics> Weeks,
    IReadOnlyList<ChannelHours> Channels,
    IReadOnlyList<ArticleStatistics> Articles,
    IReadOnlyList<UnansweredQuestion> Unanswered,
    IReadOnlyList<DownvoteReason> DownvoteReasons
);
