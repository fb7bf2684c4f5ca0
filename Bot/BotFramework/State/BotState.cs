using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.State;

/// <summary>
/// A document of named values that outlives the turn. It is loaded before the bot runs and, when it changed, stored with the turn
/// under the version that was loaded; there is nothing to save by hand.
/// </summary>
public abstract class BotState
{
    internal abstract WorkingDocument Document(StateCache cache);

    /// <summary>The part of the document that this state has for itself; empty for the whole.</summary>
    internal virtual string Scope(ITurnContext turnContext) => "";

    /// <summary>An accessor to one value. Names are the document's fields: changing one loses what is stored under it.</summary>
    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
        where T : class => new StatePropertyAccessor<T>(this, name);

    /// <summary>Forgets everything in this state.</summary>
    public Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Document(StateCache.Of(turnContext)).Clear(Scope(turnContext));
        return Task.CompletedTask;
    }
}

/// <summary>What everybody in a conversation shares.</summary>
public sealed class ConversationState : BotState
{
    internal override WorkingDocument Document(StateCache cache) => cache.Conversation;
}

/// <summary>What belongs to one user in one conversation, so that the dialogs of two people in a group do not mix.</summary>
public sealed class PrivateConversationState : BotState
{
    internal override WorkingDocument Document(StateCache cache) => cache.Conversation;

    internal override string Scope(ITurnContext turnContext) => "user:" + turnContext.Activity.From?.Id;
}
