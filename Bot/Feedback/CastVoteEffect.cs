using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Feedback;

/// <summary>A vote on whether an answer helped. The last vote of a person on an answer counts.</summary>
/// <param name="AnswerId">The id of the activity that asked.</param>
/// <param name="Comment">An optional comment; may contain personal data.</param>
/// <param name="ArticleKey">The article of the answer; null when there was none.</param>
/// <param name="Reason">Why the answer did not help; null when the person gave no reason.</param>
internal sealed record CastVoteEffect(
    string ChannelId,
    string ConversationId,
    string UserId,
    string AnswerId,
    string? ArticleKey,
    bool IsUpvote,
    DateTimeOffset At,
    string? Comment = null,
    VoteReason? Reason = null
) : IEffect;

/// <summary>Why an answer did not help.</summary>
internal enum VoteReason
{
    Wrong,
    Outdated,

    /// <summary>The answer is about another question.</summary>
    NotAsked,
    Unclear,
}
