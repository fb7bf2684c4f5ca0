using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Feedback;

/// <summary>What follows when an answer did not help: why, and then what may help instead.</summary>
internal static class Downvote
{
    public static Task AskWhyAsync(ITurnContext turn, GivenAnswer answer, Lang lang, CancellationToken cancellationToken) =>
        turn.SendActivityAsync(MessageFactory.Attachment(ReasonCard.Ask(answer.Id, lang), FeedbackTexts.AskWhy[lang]), cancellationToken);

    /// <summary>An answer to another question leads to the articles that came next; every other reason to the editors.</summary>
    public static Task ThankAsync(
        Chat chat,
        GivenAnswer answer,
        VoteReason reason,
        AnswerPipeline pipeline,
        CancellationToken cancellationToken
    )
    {
        List<string> next =
            reason == VoteReason.NotAsked ? [.. answer.Next.Select(key => pipeline.TitleOf(key, chat.Language)).OfType<string>()] : [];
        if (next.Count > 0)
        {
            chat.Memory.Choices = next;
        }

        var text =
            reason != VoteReason.NotAsked ? FeedbackTexts.Noted[chat.Language]
            : next.Count > 0 ? FeedbackTexts.PerhapsThese[chat.Language]
            : FeedbackTexts.NothingNearer[chat.Language];
        return chat.Turn.SendActivityAsync(
            MessageFactory.Attachment(ReasonCard.Instead(answer.Id, next, chat.Language), text),
            cancellationToken
        );
    }

    /// <summary>The keys of the articles that came next.</summary>
    public static IReadOnlyList<string> Next(Answer answer) =>
        [
            .. answer
                .Trace.Candidates.Select(candidate => candidate.ArticleKey)
                .Where(key => key != RecordAnswer.ArticleOf(answer))
                .Distinct(StringComparer.Ordinal)
                .Take(3),
        ];
}
