using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Feedback;

/// <summary>The replies to a down-vote: a question for the reason, and then articles that may help instead.</summary>
internal static class DownvoteReplies
{
    public static Task AskWhyAsync(ITurnContext turn, PastAnswer answer, Lang lang, CancellationToken cancellationToken) =>
        turn.SendActivityAsync(
            MessageFactory.Attachment(DownVoteCards.BuildReasons(answer.Id, lang), FeedbackTexts.AskWhy[lang]),
            cancellationToken
        );

    /// <summary>
    /// If the answer was to another question, suggests the articles that matched next best; for every other reason, tells that the editors
    /// will look at it.
    /// </summary>
    public static Task ReplyToReasonAsync(
        Chat chat,
        PastAnswer answer,
        VoteReason reason,
        AnswerPipeline pipeline,
        CancellationToken cancellationToken
    )
    {
        List<string> suggestedTitles =
            reason == VoteReason.NotAsked
                ? [.. answer.NextArticleKeys.Select(key => pipeline.TitleOf(key, chat.Language)).OfType<string>()]
                : [];
        if (suggestedTitles.Count > 0)
        {
            chat.Memory.OfferedReadings = suggestedTitles;
        }

        var text =
            reason != VoteReason.NotAsked ? FeedbackTexts.ReasonRecorded[chat.Language]
            : suggestedTitles.Count > 0 ? FeedbackTexts.Suggestions[chat.Language]
            : FeedbackTexts.NoBetterMatch[chat.Language];
        return chat.Turn.SendActivityAsync(
            MessageFactory.Attachment(DownVoteCards.BuildAlternatives(answer.Id, suggestedTitles, chat.Language), text),
            cancellationToken
        );
    }

    /// <summary>The keys of the articles that matched next best.</summary>
    public static IReadOnlyList<string> GetNextArticleKeys(Answer answer) =>
        [
            .. answer
                .Trace.Candidates.Select(candidate => candidate.ArticleKey)
                .Where(key => key != RecordAnswerEffect.GetArticleKey(answer))
                .Distinct(StringComparer.Ordinal)
                .Take(3),
        ];
}
