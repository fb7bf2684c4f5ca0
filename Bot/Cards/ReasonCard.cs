using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>The cards after a down-vote: the reasons to choose from, and articles that may help instead.</summary>
internal static class ReasonCard
{
    /// <summary>The reasons to choose from.</summary>
    public static Attachment Ask(string answerId, Lang lang)
    {
        return Card(
            lang.Code(),
            Actions(
                Submit(FeedbackTexts.Wrong[lang], CardActions.ReasonData(answerId, "Wrong")),
                Submit(FeedbackTexts.Outdated[lang], CardActions.ReasonData(answerId, "Outdated")),
                Submit(FeedbackTexts.NotAsked[lang], CardActions.ReasonData(answerId, "NotAsked")),
                Submit(FeedbackTexts.Unclear[lang], CardActions.ReasonData(answerId, "Unclear"))
            )
        );
    }

    /// <summary>The next best articles, and the button to ask an official.</summary>
    /// <param name="questions">Questions that the pipeline answers when they are sent as they are.</param>
    public static Attachment Instead(string answerId, IReadOnlyList<string> questions, Lang lang)
    {
        List<JsonObject> body = [.. questions.Select(question => QuestionButton(question, CardActions.AskData(question)))];
        body.Add(Actions(Submit(AnswerCardTexts.AskOfficial[lang], CardActions.OfficialData(answerId))));
        return Card(lang.Code(), [.. body]);
    }
}
