using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>Pushes activities to Teams and the other channels of Azure Bot Service, where the conversation was last seen.</summary>
internal sealed class ConnectorDelivery(ConnectorClient connector, IConversationReferences references) : IChannelDelivery
{
    private const int NotImplemented = 501;

    /// <summary>Every channel but our own Direct Line, whose clients read the transcript themselves.</summary>
    public bool Serves(string channelId) => channelId != ChannelIds.Directline;

    public async Task<DeliveryResult> DeliverAsync(Activity activity, CancellationToken cancellationToken)
    {
        var (channelId, conversationId) = (activity.ChannelId ?? "", activity.Conversation?.Id ?? "");
        var known = await references.FindAsync(channelId, conversationId, cancellationToken);
        if (known is { IsActive: false })
        {
            return new DeliveryResult.Undeliverable("the conversation has ended");
        }

        activity.ServiceUrl = known?.Reference.ServiceUrl ?? activity.ServiceUrl;
        if (string.IsNullOrEmpty(activity.ServiceUrl))
        {
            return new DeliveryResult.Later(); // The bot may be added there yet.
        }

        var result = await SendAsync(activity, cancellationToken);
        var isOfOne = activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete; // A message that somebody deleted is gone, not its conversation.
        if (!isOfOne && result is ConnectorResult.Refused { Ended: true } ended)
        {
            await references.EndAsync(channelId, conversationId, ended.Code, cancellationToken);
        }

        return result switch
        {
            ConnectorResult.Done done => new DeliveryResult.Delivered(done.Id),
            ConnectorResult.Later later => new DeliveryResult.Later(later.After),
            ConnectorResult.Refused { Status: NotImplemented } when isOfOne => new DeliveryResult.Delivered(),
            ConnectorResult.Refused { Status: StatusCodes.Status401Unauthorized, Ended: false } => new DeliveryResult.Later(), // An operator can mend the registration.
            ConnectorResult.Refused refused => new DeliveryResult.Undeliverable($"{refused.Status} {refused.Code}".Trim()),
            _ => throw new InvalidOperationException("A connector call has no other result."),
        };
    }

    private async Task<ConnectorResult> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypes.MessageUpdate:
                await NameAsync(activity, cancellationToken);
                var update = SchemaJson.Clone(activity);
                update.Type = ActivityTypes.Message;
                return await connector.UpdateAsync(update, cancellationToken);
            case ActivityTypes.MessageDelete:
                await NameAsync(activity, cancellationToken);
                return await connector.DeleteAsync(activity, cancellationToken);
            default:
                activity.Id = null; // Ours; the channel gives its own.
                return await connector.SendAsync(activity, cancellationToken);
        }
    }

    /// <summary>What was sent under our id has another one on the channel; an id that is the channel's already stays.</summary>
    private async Task NameAsync(Activity activity, CancellationToken cancellationToken) =>
        activity.Id =
            await references.ChannelActivityIdAsync(
                activity.ChannelId ?? "",
                activity.Conversation?.Id ?? "",
                activity.Id ?? "",
                cancellationToken
            ) ?? activity.Id;
}
