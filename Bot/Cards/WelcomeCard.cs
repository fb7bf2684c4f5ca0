using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>What the assistant is, what it can and cannot do, and where to begin.</summary>
internal static class WelcomeCard
{
    public static Attachment Build(Lang lang)
    {
        var texts = ChatTexts.For(lang);
        return Card(
            lang.Code(),
            [
                Heading(texts.WelcomeTitle),
                Text(texts.Can),
                Text(texts.Cannot),
                Small(texts.Logged),
                Text(texts.ExamplesLead),
                .. texts.Examples.Select(example => QuestionButton(example, CardActions.AskData(example))),
                Actions(Submit(texts.SendRequest, CardActions.SayData(texts.SendRequest))),
                Actions(Submit(texts.CheckStatus, CardActions.SayData(texts.CheckStatus))),
                Actions(Submit(ReadinessTexts.For(lang).Start, CardActions.SayData(ReadinessTexts.For(lang).Start))),
                Actions(Submit(texts.OtherLanguageCommand, CardActions.SayData(texts.OtherLanguageCommand))),
            ]
        );
    }
}
