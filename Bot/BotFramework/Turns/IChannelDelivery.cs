using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>A channel that activities are pushed to. A channel whose clients read the transcript themselves needs none.</summary>
public interface IChannelDelivery
{
    /// <summary>True for the channels that this one pushes to.</summary>
    bool Serves(string channelId);

    /// <summary>Sends one activity; called in the conversation's order, never twice at a time for one conversation.</summary>
    Task<DeliveryResult> DeliverAsync(Activity activity, CancellationToken cancellationToken);
}

/// <summary>What became of a delivery.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult() { }

    /// <param name="Id">The id that the channel gave the activity; by it the activity can be replaced or removed later.</param>
    public sealed record Delivered(string? Id = null) : DeliveryResult;

    /// <summary>Not this time.</summary>
    /// <param name="After">What the channel asked us to wait, if it did.</param>
    public sealed record Later(TimeSpan? After = null) : DeliveryResult;

    /// <summary>Never: trying again will not help.</summary>
    /// <param name="Reason">For the operator; without personal data.</param>
    public sealed record Undeliverable(string Reason) : DeliveryResult;
}
