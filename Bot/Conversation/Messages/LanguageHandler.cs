using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>
/// Switches to the language of the message, and sends the disclosure if the channel did not announce the start of the conversation. The
/// next handlers get the message.
/// </summary>
internal sealed class LanguageHandler(PublicLinks links) : IMessageHandler
{
    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        message.Language = ConversationLanguage.Update(message.Chat.Memory.Language, message.Text);

        // A value for a form, such as the name of a company, does not change the language.
        if (message.Language is { } detected && (message.WaitingDialog is null || message.IsClick))
        {
            message.Chat.SetLanguage(detected);
        }

        await Greeting.SendDisclosureOnceAsync(message.Chat, links, cancellationToken);
        return false;
    }
}
