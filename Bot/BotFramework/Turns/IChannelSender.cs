using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>Pushes activities to a channel. A channel whose clients read the transcript themselves needs none.</summary>
public interface IChannelSender
{
    /// <summary>True for the channels that this implementation pushes to.</summary>
    bool Serves(string channelId);

    /// <summary>
    /// Makes one attempt to send one activity. Calls for one conversation are made in the order of its activities and never overlap. An
    /// exception, including cancellation, means that nothing was sent; a failure after sending has begun is a result.
    /// </summary>
    Task<DeliveryResult> DeliverAsync(Activity activity, CancellationToken cancellationToken);
}

/// <summary>The outcome of one attempt to deliver a message. Reasons are for operators and contain no personal data.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult() { }

    /// <param name="Id">The id that the channel assigned; updates and deletions of the activity need it.</param>
    public sealed record Delivered(string? Id = null) : DeliveryResult;

    /// <summary>The message was certainly not accepted, or sending it again has no further effect: it is safe to repeat.</summary>
    /// <param name="RetryAfter">The wait that the receiver asked for, if it did.</param>
    public sealed record NotAccepted(string Reason, TimeSpan? RetryAfter = null) : DeliveryResult;

    /// <summary>The message was sent and may have been accepted: sending it again may produce a copy.</summary>
    public sealed record Ambiguous(string Reason) : DeliveryResult;

    /// <summary>The receiver refuses this message; the same message will be refused again.</summary>
    public sealed record Refused(string Reason) : DeliveryResult;

    /// <summary>The conversation accepts no messages until its user returns.</summary>
    public sealed record ConversationEnded(string Reason) : DeliveryResult;
}
