using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Pushes activities to Teams and the other channels of Azure Bot Service, at the latest service URL of the conversation.
/// </summary>
internal sealed partial class ConnectorDelivery(
    ConnectorClient connector,
    IConversationReferences references,
    ILogger<ConnectorDelivery> log
) : IChannelSender
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
            return new DeliveryResult.NotAccepted("no service address"); // The bot may be added to the conversation later.
        }

        // Repeating an update or a deletion changes nothing, and a deleted message does not end its conversation.
        var isRepeatable = activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete;
        switch (await SendAsync(activity, cancellationToken))
        {
            case ConnectorResult.Done done:
                return new DeliveryResult.Delivered(done.Id);
            case ConnectorResult.NotAccepted notAccepted:
                return new DeliveryResult.NotAccepted(notAccepted.Reason, notAccepted.RetryAfter);
            case ConnectorResult.Ambiguous { Status: StatusCodes.Status501NotImplemented } when isRepeatable:
                return new DeliveryResult.Delivered(); // The channel does not support updates or deletions.
            case ConnectorResult.Ambiguous ambiguous:
                return isRepeatable ? new DeliveryResult.NotAccepted(ambiguous.Reason) : new DeliveryResult.Ambiguous(ambiguous.Reason);
            case ConnectorResult.Refused { Status: StatusCodes.Status401Unauthorized, IsConversationEnded: false }:
                return new DeliveryResult.NotAccepted("401"); // An operator can correct the registration.
            case ConnectorResult.Refused { IsConversationEnded: true } ended when !isRepeatable:
                await MarkEndedAsync(channelId, conversationId, ended.Code);
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
                var update = await CreateAddressedCopyAsync(activity, cancellationToken);
                update.Type = ActivityTypes.Message;
                return await connector.UpdateAsync(update, cancellationToken);
            case ActivityTypes.MessageDelete:
                return await connector.DeleteAsync(await CreateAddressedCopyAsync(activity, cancellationToken), cancellationToken);
            default:
                activity.Id = null; // The channel assigns its own.
                return TeamsChannelThreads.IsChannel(activity) && string.IsNullOrEmpty(activity.ReplyToId)
                    ? await connector.OpenThreadAsync(activity.ServiceUrl, activity.Conversation!.Id!, activity, cancellationToken)
                    : await connector.SendAsync(activity, cancellationToken);
        }
    }

    /// <summary>
    /// A copy that refers to the sent activity by the id that the channel assigned, in the thread that it opened. An id that this service
    /// did not assign already comes from the channel.
    /// </summary>
    private async Task<Activity> CreateAddressedCopyAsync(Activity activity, CancellationToken cancellationToken)
    {
        var (copy, conversation) = (SchemaJson.Clone(activity), activity.Conversation?.Id ?? "");
        copy.Id =
            await references.FindChannelActivityIdAsync(activity.ChannelId ?? "", conversation, activity.Id ?? "", cancellationToken)
            ?? activity.Id;
        if (TeamsChannelThreads.IsChannel(activity))
        {
            copy.Conversation!.Id = TeamsChannelThreads.GetThreadId(conversation, copy.Id ?? "");
        }

        return copy;
    }

    /// <summary>
    /// Marks the conversation as ended. A failure is only logged: the outcome of the message must not be lost, and the next message marks
    /// it again.
    /// </summary>
    private async Task MarkEndedAsync(string channelId, string conversationId, string reason)
    {
        try
        {
            await references.MarkEndedAsync(channelId, conversationId, reason, CancellationToken.None);
        }
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogMarkEndedFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A conversation that has ended could not be marked so")]
    private partial void LogMarkEndedFailed(Exception exception);
}
