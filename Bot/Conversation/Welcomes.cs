using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Conversation;

/// <summary>Whether a conversation was welcomed, whoever of its members the channel names as the beginner.</summary>
internal sealed class Welcomes(ConversationState state)
{
    private readonly IStatePropertyAccessor<Welcome> accessor = state.CreateProperty<Welcome>("welcome");

    /// <summary>True the first time, and again after the bot was removed.</summary>
    public async Task<bool> BeginAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await accessor.GetAsync(turn, cancellationToken: cancellationToken) is not null)
        {
            return false;
        }

        await accessor.SetAsync(turn, new Welcome(), cancellationToken);
        return true;
    }

    public Task ForgetAsync(ITurnContext turn, CancellationToken cancellationToken) => accessor.DeleteAsync(turn, cancellationToken);

    private sealed record Welcome(bool IsSaid = true);
}
