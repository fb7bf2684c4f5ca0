using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.State;

/// <summary>
/// A document of named values that persists between turns. It is loaded before the bot runs and, if it changed, stored with the turn if its
/// version is still the loaded one; there is no explicit save.
/// </summary>
public abstract class BotState
{
    internal abstract WorkingDocument GetDocument(StateCache cache);

    /// <summary>The part of the document that belongs to this state; empty for the whole.</summary>
    internal virtual string GetScope(ITurnContext turnContext) => "";

    /// <summary>Creates an accessor to one value. Names are the document's fields: renaming one loses the stored value.</summary>
    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
        where T : class => new StatePropertyAccessor<T>(this, name);

    /// <summary>Removes all values of this state.</summary>
    public Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        GetDocument(StateCache.Of(turnContext)).Clear(GetScope(turnContext));
        return Task.CompletedTask;
    }
}

/// <summary>State that all members of a conversation share.</summary>
public sealed class ConversationState : BotState
{
    internal override WorkingDocument GetDocument(StateCache cache) => cache.Conversation;
}

/// <summary>State of one user in one conversation, so that the dialogs of two people in a group stay separate.</summary>
public sealed class PrivateConversationState : BotState
{
    internal override WorkingDocument GetDocument(StateCache cache) => cache.Conversation;

    internal override string GetScope(ITurnContext turnContext) => "user:" + turnContext.Activity.From?.Id;
}
