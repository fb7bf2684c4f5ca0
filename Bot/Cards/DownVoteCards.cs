using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>The cards after a down-vote: the reasons to choose from, and articles that may help instead.</summary>
internal static class DownVoteCards
{
    /// <summary>The reasons to choose from.</summary>
    public static Attachment BuildReasons(string answerId, Lang lang)
    {
        return Card(
            lang.Code(),
            Actions(
                Submit(FeedbackTexts.Wrong[lang], CardActions.ReasonData(answerId, "Wrong")),
                Submit(FeedbackTexts.Outdated[lang], CardActions.ReasonData(answerId, "Outdated")),
                Submit(FeedbackTexts.NotMyQuestion[lang], CardActions.ReasonData(answerId, "NotAsked")),
                Submit(FeedbackTexts.Unclear[lang], CardActions.ReasonData(answerId, "Unclear"))
            )
        );
    }

    /// <summary>The next best articles, and the button to ask an official.</summary>
    /// <param name="questions">The titles of the articles, each of which is a question that the assistant can answer.</param>
    public static Attachment BuildAlternatives(string answerId, IReadOnlyList<string> questions, Lang lang)
    {
        List<JsonObject> body = [.. questions.Select(question => QuestionButton(question, CardActions.QuestionData(question)))];
        body.Add(Actions(Submit(AnswerCardTexts.AskOfficial[lang], CardActions.AskOfficialData(answerId), "positive")));
        return Card(lang.Code(), [.. body]);
    }
}
