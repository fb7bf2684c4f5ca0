using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>The welcome card: what the assistant is, what it can and cannot do, and where to begin.</summary>
internal static class WelcomeCard
{
    /// <param name="privacyLink">The sentence that links the privacy page; null when its address is unknown.</param>
    public static Attachment Build(Lang lang, string? privacyLink = null)
    {
        return Card(
            lang.Code(),
            [
                Heading(ChatTexts.WelcomeTitle[lang]),
                Text(ChatTexts.Capabilities[lang]),
                Text(ChatTexts.Limitations[lang]),
                SmallText(privacyLink is null ? ChatTexts.PrivacyNotice[lang] : $"{ChatTexts.PrivacyNotice[lang]} {privacyLink}"),
                Text(ChatTexts.ExamplesIntro[lang]),
                .. ChatTexts.Examples.Select(example => QuestionButton(example[lang], CardActions.QuestionData(example[lang]))),
                Actions(Submit(ChatTexts.SendRequest[lang], CardActions.CommandData(ChatTexts.SendRequest[lang]))),
                Actions(Submit(ChatTexts.CheckStatus[lang], CardActions.CommandData(ChatTexts.CheckStatus[lang]))),
                Actions(Submit(ReadinessTexts.StartCommand[lang], CardActions.CommandData(ReadinessTexts.StartCommand[lang]))),
                Actions(Submit(ChatTexts.SwitchLanguageCommand[lang], CardActions.CommandData(ChatTexts.SwitchLanguageCommand[lang]))),
            ]
        );
    }
}
