using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.Requests;

/// <summary>The person who submitted a request in the chat, with the channel, conversation and message.</summary>
/// <param name="ActivityId">The inbound activity whose turn submitted the request; a turn that runs again submits it only once.</param>
/// <param name="ReferenceJson">The conversation reference as JSON, for messages that are sent later.</param>
public sealed record Asker(string ChannelId, string ConversationId, string UserId, string ActivityId, string ReferenceJson)
{
    /// <summary>The sender of an inbound activity.</summary>
    /// <exception cref="InvalidOperationException">The activity lacks its channel, conversation, sender or id.</exception>
    public static Asker From(Activity inbound)
    {
        var reference = inbound.GetConversationReference();
        return new Asker(
            reference.ChannelId ?? throw MissingProperty("channelId"),
            reference.Conversation?.Id ?? throw MissingProperty("conversation.id"),
            reference.User?.Id ?? throw MissingProperty("from.id"),
            reference.ActivityId ?? throw MissingProperty("id"),
            SchemaJson.ToJson(reference)
        );

        static InvalidOperationException MissingProperty(string name) => new($"The activity has no {name}.");
    }

    public bool IsSameUser(Asker other) => ChannelId == other.ChannelId && UserId == other.UserId;

    public ConversationReference GetConversationReference() => SchemaJson.FromJson<ConversationReference>(ReferenceJson)!;
}
