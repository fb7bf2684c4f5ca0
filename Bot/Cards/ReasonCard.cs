using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>After a vote that an answer did not help: why, and what may help instead.</summary>
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

    /// <summary>The articles that came next, and the way to a person.</summary>
    /// <param name="questions">Each is answered when asked in these words.</param>
    public static Attachment Instead(string answerId, IReadOnlyList<string> questions, Lang lang)
    {
        List<JsonObject> body = [.. questions.Select(question => QuestionButton(question, CardActions.AskData(question)))];
        body.Add(Actions(Submit(AnswerCardTexts.AskOfficial[lang], CardActions.OfficialData(answerId))));
        return Card(lang.Code(), [.. body]);
    }
}
