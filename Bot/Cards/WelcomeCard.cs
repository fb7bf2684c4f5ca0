using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>The welcome card: what the assistant is, what it can and cannot do, and where to begin.</summary>
internal static class WelcomeCard
{
    public static Attachment Build(Lang lang)
    {
        return Card(
            lang.Code(),
            [
                Heading(ChatTexts.WelcomeTitle[lang]),
                Text(ChatTexts.Can[lang]),
                Text(ChatTexts.Cannot[lang]),
                Small(ChatTexts.Logged[lang]),
                Text(ChatTexts.ExamplesLead[lang]),
                .. ChatTexts.Examples.Select(example => QuestionButton(example[lang], CardActions.AskData(example[lang]))),
                Actions(Submit(ChatTexts.SendRequest[lang], CardActions.SayData(ChatTexts.SendRequest[lang]))),
                Actions(Submit(ChatTexts.CheckStatus[lang], CardActions.SayData(ChatTexts.CheckStatus[lang]))),
                Actions(Submit(ReadinessTexts.Start[lang], CardActions.SayData(ReadinessTexts.Start[lang]))),
                Actions(Submit(ChatTexts.OtherLanguageCommand[lang], CardActions.SayData(ChatTexts.OtherLanguageCommand[lang]))),
            ]
        );
    }
}
