using System.Text.Json.Serialization;
using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Conversation;

/// <summary>Remembers that a conversation was welcomed, whichever of its members the channel names as the one who began it.</summary>
internal sealed class WelcomeState(ConversationState state)
{
    private readonly IStatePropertyAccessor<Welcome> accessor = state.CreateProperty<Welcome>("welcome");

    /// <summary>True the first time, and again after the bot was removed and added.</summary>
    public async Task<bool> TryMarkWelcomedAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await accessor.GetAsync(turn, cancellationToken: cancellationToken) is not null)
        {
            return false;
        }

        await accessor.SetAsync(turn, new Welcome(), cancellationToken);
        return true;
    }

    public Task ResetAsync(ITurnContext turn, CancellationToken cancellationToken) => accessor.DeleteAsync(turn, cancellationToken);

    private sealed record Welcome([property: JsonPropertyName("isSaid")] bool IsSent = true);
}
