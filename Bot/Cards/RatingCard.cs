using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>Asks how a case was handled: five buttons and an optional comment.</summary>
internal static class RatingCard
{
    public const string CommentInputId = "word";

    public static Attachment Build(string caseNumber, Lang lang)
    {
        return Card(
            lang.Code(),
            Heading(RatingTexts.Question.With(lang, caseNumber)),
            SmallText(RatingTexts.Scale[lang]),
            CardInputs.TextInput(
                CommentInputId,
                RatingTexts.CommentLabel[lang],
                "",
                isRequired: false,
                "",
                isMultiline: true,
                maxLength: TextLimits.RatingComment
            ),
            Actions([
                .. Enumerable
                    .Range(1, 5)
                    .Select(score => Submit(RatingTexts.Scores[score - 1][lang], CardActions.RateCaseData(caseNumber, score))),
            ])
        );
    }
}
