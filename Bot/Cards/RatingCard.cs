using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>Asks how a case was handled: five buttons and an optional comment.</summary>
internal static class RatingCard
{
    public const string Word = "word";

    public static Attachment Build(string caseNumber, Lang lang)
    {
        return Card(
            lang.Code(),
            Heading(RatingTexts.Question.With(lang, caseNumber)),
            Small(RatingTexts.Scale[lang]),
            CardInputs.TextInput(
                Word,
                RatingTexts.Word[lang],
                "",
                isRequired: false,
                "",
                isMultiline: true,
                maxLength: TextLengths.RatingComment
            ),
            Actions([
                .. Enumerable
                    .Range(1, 5)
                    .Select(score => Submit(RatingTexts.Scores[score - 1][lang], CardActions.RateData(caseNumber, score))),
            ])
        );
    }
}
