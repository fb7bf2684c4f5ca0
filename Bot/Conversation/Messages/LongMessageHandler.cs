using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>Refuses a message that is too long to be stored with a case, before any part of it is handled.</summary>
internal sealed class LongMessageHandler : IMessageHandler
{
    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (message.Text.Length <= TextLimits.Message)
        {
            return false;
        }

        var lang = message.Chat.Language;
        await message.Chat.SendTextAsync(
            ChatTexts.MessageTooLong.With(
                lang,
                LocalFormat.Number(message.Text.Length, lang),
                LocalFormat.Number(TextLimits.Message, lang)
            ),
            cancellationToken
        );
        return true;
    }
}
