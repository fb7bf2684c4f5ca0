using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Stores the reference of each conversation on a channel that messages are pushed to, so that the bot can send proactive messages.
/// </summary>
public interface IConversationReferences
{
    /// <summary>Called for each inbound activity: its service address is the newest, and its conversation accepts messages.</summary>
    Task RecordAsync(Activity inbound, CancellationToken cancellationToken);

    /// <summary>The conversation accepts no messages any more: the bot was removed or blocked.</summary>
    Task MarkEndedAsync(string channelId, string conversationId, string reason, CancellationToken cancellationToken);

    /// <summary>The stored reference; null when nothing was ever received from the conversation.</summary>
    Task<KnownConversation?> FindAsync(string channelId, string conversationId, CancellationToken cancellationToken);

    /// <summary>The channel's id of an activity that the bot sent; null while it has none.</summary>
    Task<string?> FindChannelActivityIdAsync(
        string channelId,
        string conversationId,
        string activityId,
        CancellationToken cancellationToken
    );

    /// <summary>The sent activity to which the channel assigned this id; null when there is none.</summary>
    Task<Activity?> FindSentActivityAsync(
        string channelId,
        string conversationId,
        string channelActivityId,
        CancellationToken cancellationToken
    );
}

/// <param name="Reference">Bot, conversation, newest service address and, outside groups, the user.</param>
/// <param name="TenantId">Opaque: not every service writes a GUID.</param>
/// <param name="IsActive">False once the bot was removed or blocked.</param>
public sealed record KnownConversation(ConversationReference Reference, string? TenantId, bool IsActive);
