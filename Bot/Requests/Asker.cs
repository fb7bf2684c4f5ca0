using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.Requests;

/// <summary>Who filed a request, where, and with which message.</summary>
/// <param name="ActivityId">The inbound activity whose turn filed the request: the same turn files it once.</param>
/// <param name="Reference">The conversation reference as JSON, for messages that are sent later.</param>
public sealed record Asker(string ChannelId, string ConversationId, string UserId, string ActivityId, string Reference)
{
    /// <summary>The sender of an inbound activity.</summary>
    /// <exception cref="InvalidOperationException">The activity lacks its channel, conversation, sender or id.</exception>
    public static Asker From(Activity inbound)
    {
        var reference = inbound.GetConversationReference();
        return new Asker(
            reference.ChannelId ?? throw Lacks("channelId"),
            reference.Conversation?.Id ?? throw Lacks("conversation.id"),
            reference.User?.Id ?? throw Lacks("from.id"),
            reference.ActivityId ?? throw Lacks("id"),
            SchemaJson.ToJson(reference)
        );

        static InvalidOperationException Lacks(string name) => new($"The activity has no {name}.");
    }

    public bool IsSameUser(Asker other) => ChannelId == other.ChannelId && UserId == other.UserId;

    public ConversationReference ConversationReference() => SchemaJson.FromJson<ConversationReference>(Reference)!;
}
