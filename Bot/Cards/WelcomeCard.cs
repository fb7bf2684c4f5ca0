using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>
/// The card below the greeting: questions to begin with, so that a phone shows them without scrolling. What the assistant can and cannot do
/// unfolds.
/// </summary>
internal static class WelcomeCard
{
    private const string DetailsId = "details";

    /// <param name="privacyLink">The sentence that links the privacy page; null when its address is unknown.</param>
    /// <param name="topicsAddress">The page that lists the guidance by topic; null when its address is unknown.</param>
    public static Attachment Build(Lang lang, string? privacyLink = null, string? topicsAddress = null)
    {
        return Card(
            lang.Code(),
            [
                .. ChatTexts.Examples.Select(example => QuestionButton(example[lang], CardActions.QuestionData(example[lang]))),
                Actions(
                    Submit(ChatTexts.SendRequest[lang], CardActions.CommandData(ChatTexts.SendRequest[lang])),
                    Submit(ChatTexts.CheckStatus[lang], CardActions.CommandData(ChatTexts.CheckStatus[lang]))
                ),
                Actions(Toggle(ChatTexts.WhatICanDo[lang], DetailsId)),
                Container(
                    DetailsId,
                    isVisible: false,
                    Text(ChatTexts.Capabilities[lang]),
                    Text(ChatTexts.Limitations[lang]),
                    SmallText(privacyLink is null ? ChatTexts.PrivacyNotice[lang] : $"{ChatTexts.PrivacyNotice[lang]} {privacyLink}"),
                    Actions(
                        Submit(ReadinessTexts.StartCommand[lang], CardActions.CommandData(ReadinessTexts.StartCommand[lang])),
                        topicsAddress is null ? null : OpenUrl(ChatTexts.BrowseTopics[lang], topicsAddress),
                        Submit(ChatTexts.SwitchLanguageCommand[lang], CardActions.CommandData(ChatTexts.SwitchLanguageCommand[lang]))
                    )
                ),
            ]
        );
    }
}
