using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Feedback;

/// <summary>Somebody said whether an answer helped. The last vote on an answer counts.</summary>
/// <param name="AnswerId">The id of the activity that asked.</param>
/// <param name="Comment">What the person added, if anything; may hold personal data.</param>
/// <param name="ArticleKey">The article that answered; null where none did.</param>
/// <param name="Reason">Why it did not help, if that was said.</param>
internal sealed record CastVote(
    string ChannelId,
    string ConversationId,
    string UserId,
    string AnswerId,
    string? ArticleKey,
    bool IsUp,
    DateTimeOffset At,
    string? Comment = null,
    VoteReason? Reason = null
) : IEffect;

/// <summary>Why an answer did not help.</summary>
internal enum VoteReason
{
    Wrong,
    Outdated,

    /// <summary>It answers another question.</summary>
    NotAsked,
    Unclear,
}
