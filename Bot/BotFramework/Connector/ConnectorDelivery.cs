using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>Pushes activities to Teams and the other channels of Azure Bot Service, at the conversation's latest service address.</summary>
internal sealed partial class ConnectorDelivery(
    ConnectorClient connector,
    IConversationReferences references,
    ILogger<ConnectorDelivery> log
) : IChannelDelivery
{
    /// <summary>Every channel except our own Direct Line, whose clients read the transcript themselves.</summary>
    public bool Serves(string channelId) => channelId != ChannelIds.Directline;

    public async Task<DeliveryResult> DeliverAsync(Activity activity, CancellationToken cancellationToken)
    {
        var (channelId, conversationId) = (activity.ChannelId ?? "", activity.Conversation?.Id ?? "");
        var known = await references.FindAsync(channelId, conversationId, cancellationToken);
        if (known is { IsActive: false })
        {
            return new DeliveryResult.ConversationEnded("the conversation has ended");
        }

        activity.ServiceUrl = known?.Reference.ServiceUrl ?? activity.ServiceUrl;
        if (string.IsNullOrEmpty(activity.ServiceUrl))
        {
            return new DeliveryResult.NotAccepted("no service address"); // The bot may still be added there.
        }

        // Repeating an update or a deletion changes nothing, and a deleted message does not end its conversation.
        var isRepeatable = activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete;
        switch (await SendAsync(activity, cancellationToken))
        {
            case ConnectorResult.Done done:
                return new DeliveryResult.Delivered(done.Id);
            case ConnectorResult.NotAccepted later:
                return new DeliveryResult.NotAccepted(later.Reason, later.After);
            case ConnectorResult.Ambiguous { Status: StatusCodes.Status501NotImplemented } when isRepeatable:
                return new DeliveryResult.Delivered(); // The channel has no updates or deletions.
            case ConnectorResult.Ambiguous unknown:
                return isRepeatable ? new DeliveryResult.NotAccepted(unknown.Reason) : new DeliveryResult.Ambiguous(unknown.Reason);
            case ConnectorResult.Refused { Status: StatusCodes.Status401Unauthorized, Ended: false }:
                return new DeliveryResult.NotAccepted("401"); // An operator can correct the registration.
            case ConnectorResult.Refused { Ended: true } ended when !isRepeatable:
                await EndAsync(channelId, conversationId, ended.Code);
                return new DeliveryResult.ConversationEnded($"{ended.Status} {ended.Code}".TrimEnd());
            case ConnectorResult.Refused refused:
                return new DeliveryResult.Refused($"{refused.Status} {refused.Code}".TrimEnd());
            default:
                throw new InvalidOperationException("A connector call has no other result.");
        }
    }

    private async Task<ConnectorResult> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypes.MessageUpdate:
                var update = await AddressAsync(activity, cancellationToken);
                update.Type = ActivityTypes.Message;
                return await connector.UpdateAsync(update, cancellationToken);
            case ActivityTypes.MessageDelete:
                return await connector.DeleteAsync(await AddressAsync(activity, cancellationToken), cancellationToken);
            default:
                activity.Id = null; // The channel assigns its own.
                return NewConversation.IsChannel(activity) && string.IsNullOrEmpty(activity.ReplyToId)
                    ? await connector.OpenThreadAsync(activity.ServiceUrl, activity.Conversation!.Id!, activity, cancellationToken)
                    : await connector.SendAsync(activity, cancellationToken);
        }
    }

    /// <summary>
    /// A copy that refers to the sent activity by the channel's id, in the thread that it opened. An id that this service
    /// did not assign is already the channel's.
    /// </summary>
    private async Task<Activity> AddressAsync(Activity activity, CancellationToken cancellationToken)
    {
        var (copy, conversation) = (SchemaJson.Clone(activity), activity.Conversation?.Id ?? "");
        copy.Id =
            await references.ChannelActivityIdAsync(activity.ChannelId ?? "", conversation, activity.Id ?? "", cancellationToken)
            ?? activity.Id;
        if (NewConversation.IsChannel(activity))
        {
            copy.Conversation!.Id = NewConversation.ThreadId(conversation, copy.Id ?? "");
        }

        return copy;
    }

    /// <summary>
    /// The message's outcome is known and must not be lost because the reference could not be stored; the next message ends it too.
    /// </summary>
    private async Task EndAsync(string channelId, string conversationId, string reason)
    {
        try
        {
            await references.EndAsync(channelId, conversationId, reason, CancellationToken.None);
        }
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotEnded(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A conversation that has ended could not be marked so")]
    private partial void LogNotEnded(Exception exception);
}
