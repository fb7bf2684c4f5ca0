using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation;

/// <summary>
/// Discloses at the start that this is a machine (Decree 142/2026/NĐ-CP, Article 16), what it can and cannot do, and that conversations are
/// stored.
/// </summary>
internal static class Greeting
{
    /// <summary>The complete welcome; only once, although a channel may announce the start of the same conversation twice.</summary>
    public static async Task SendWelcomeOnceAsync(ITurnContext turn, Chat chat, PublicLinks links, CancellationToken cancellationToken)
    {
        if (chat.Memory.IsGreeted)
        {
            return;
        }

        chat.Memory.IsGreeted = true;
        var welcome = MessageFactory.Attachment(
            WelcomeCard.Build(
                chat.Language,
                links.FindPrivacyNotice(turn.Activity, chat.Language),
                links.FindTopics(turn.Activity, chat.Language)
            ),
            $"{ChatTexts.Disclosure[chat.Language]}\n\n{ChatTexts.Invitation[chat.Language]}"
        );
        welcome.TextFormat = TextFormatTypes.Markdown;
        await turn.SendActivityAsync(welcome, cancellationToken);
    }

    /// <summary>The short disclosure, for conversations whose start the channel did not announce.</summary>
    public static async Task SendDisclosureOnceAsync(Chat chat, PublicLinks links, CancellationToken cancellationToken)
    {
        if (chat.Memory.IsGreeted)
        {
            return;
        }

        chat.Memory.IsGreeted = true;
        string?[] parts =
        [
            ChatTexts.Disclosure[chat.Language],
            ChatTexts.Limitations[chat.Language],
            ChatTexts.PrivacyNotice[chat.Language],
            links.FindPrivacyNotice(chat.Turn.Activity, chat.Language),
        ];
        await chat.SendTextAsync(string.Join("\n\n", parts.OfType<string>()), cancellationToken);
    }
}
