using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>Keeps where each conversation of a pushed channel is to be reached, so that the bot can write later, without a turn.</summary>
public interface IConversationReferences
{
    /// <summary>An activity came in: its service address is the newest, and its conversation takes messages.</summary>
    Task SeenAsync(Activity inbound, CancellationToken cancellationToken);

    /// <summary>The conversation takes nothing any more: the bot was removed or blocked.</summary>
    Task EndAsync(string channelId, string conversationId, string reason, CancellationToken cancellationToken);

    /// <summary>What is known of a conversation; null when nothing ever came from it.</summary>
    Task<KnownConversation?> FindAsync(string channelId, string conversationId, CancellationToken cancellationToken);

    /// <summary>The id that the channel gave to an activity of ours; null while it has none.</summary>
    Task<string?> ChannelActivityIdAsync(string channelId, string conversationId, string activityId, CancellationToken cancellationToken);

    /// <summary>The activity of ours to which the channel gave this id; null when there is none.</summary>
    Task<Activity?> SentAsync(string channelId, string conversationId, string channelActivityId, CancellationToken cancellationToken);
}

/// <param name="Reference">Bot, conversation, newest service address and, outside groups, the user.</param>
/// <param name="TenantId">Opaque: not every service writes a GUID.</param>
/// <param name="IsActive">False once the bot was removed or blocked.</param>
public sealed record KnownConversation(ConversationReference Reference, string? TenantId, bool IsActive);
