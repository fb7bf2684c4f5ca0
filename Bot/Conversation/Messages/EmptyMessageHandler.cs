using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>Replies to a message without text, such as an inline picture.</summary>
internal sealed class EmptyMessageHandler : IMessageHandler
{
    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (message.Text.Length > 0)
        {
            return false;
        }

        await message.Chat.SendTextAsync(ChatTexts.EmptyMessage[message.Chat.Language], cancellationToken);
        return true;
    }
}
