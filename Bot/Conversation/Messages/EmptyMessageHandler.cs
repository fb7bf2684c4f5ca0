using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>Replies to a message without words, such as a picture in the text.</summary>
internal sealed class EmptyMessageHandler : IMessageHandler
{
    public async Task<bool> TryAsync(Inbound message, CancellationToken cancellationToken)
    {
        if (message.Text.Length > 0)
        {
            return false;
        }

        await message.Chat.SayAsync(ChatTexts.NothingSaid[message.Chat.Language], cancellationToken);
        return true;
    }
}
