using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>Asks how a case was handled: five buttons and a word, if the asker likes.</summary>
internal static class RatingCard
{
    public const string Word = "word";

    public static Attachment Build(string caseNumber, Lang lang)
    {
        var texts = RatingTexts.For(lang);
        return Card(
            lang.Code(),
            Heading(texts.Question.With(caseNumber)),
            Small(texts.Scale),
            CardInputs.TextInput(Word, texts.Word, "", isRequired: false, "", isMultiline: true, maxLength: TextLengths.RatingComment),
            Actions([.. Enumerable.Range(1, 5).Select(score => Submit(texts.Scores[score - 1], CardActions.RateData(caseNumber, score)))])
        );
    }
}
