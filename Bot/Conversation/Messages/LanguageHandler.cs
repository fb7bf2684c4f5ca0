using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>
/// Follows the language of the message, and discloses the assistant to a person whom the channel did not announce. It leaves the message to
/// the others.
/// </summary>
internal sealed class LanguageHandler : IMessageHandler
{
    public async Task<bool> TryAsync(Inbound message, CancellationToken cancellationToken)
    {
        message.Language = ConversationLanguage.Update(message.Chat.Memory.Language, message.Text);

        // A value for a form, such as the name of a company, does not change the language.
        if (message.Language is { } written && (message.Waiting is null || message.IsClick))
        {
            message.Chat.Speak(written);
        }

        await Greeting.DiscloseOnceAsync(message.Chat, cancellationToken);
        return false;
    }
}
