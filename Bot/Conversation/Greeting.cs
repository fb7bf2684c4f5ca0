using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation;

/// <summary>Says at the start that this is a machine (Decree 142/2026/NĐ-CP, Article 16), what it can and cannot do, and that conversations
/// are kept.</summary>
internal static class Greeting
{
    /// <summary>The whole welcome; once, although a channel may announce the same beginning twice.</summary>
    public static async Task SayOnceAsync(ITurnContext turn, Chat chat, CancellationToken cancellationToken)
    {
        if (chat.Memory.IsGreeted)
        {
            return;
        }

        chat.Memory.IsGreeted = true;
        var welcome = MessageFactory.Attachment(
            WelcomeCard.Build(chat.Language),
            $"{ChatTexts.Disclosure[chat.Language]} {ChatTexts.OtherLanguage[chat.Language]}"
        );
        welcome.TextFormat = TextFormatTypes.Markdown;
        await turn.SendActivityAsync(welcome, cancellationToken);
    }

    /// <summary>The short disclosure, for those whose channel announced no beginning.</summary>
    public static async Task DiscloseOnceAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (chat.Memory.IsGreeted)
        {
            return;
        }

        chat.Memory.IsGreeted = true;
        await chat.SayAsync(
            $"{ChatTexts.Disclosure[chat.Language]}\n\n{ChatTexts.Cannot[chat.Language]}\n\n{ChatTexts.Logged[chat.Language]}",
            cancellationToken
        );
    }
}
