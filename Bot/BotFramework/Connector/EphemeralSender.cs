using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Sends ephemeral activities (typing, streamed text): over the web sockets of Direct Line, or to the service of the channel.
/// </summary>
internal sealed class EphemeralSender(LiveStreams streams, ConnectorClient connector, TimeProvider time) : IEphemeralSender
{
    /// <summary>A turn does not wait longer for a typing indicator.</summary>
    private static readonly TimeSpan MaxPushDuration = TimeSpan.FromSeconds(3);

    public Task SendAsync(Activity activity, CancellationToken cancellationToken) =>
        activity.ChannelId == ChannelIds.Directline
            ? streams.SendAsync(activity, cancellationToken)
            : PushAsync(activity, cancellationToken);

    private async Task PushAsync(Activity activity, CancellationToken cancellationToken)
    {
        try
        {
            await connector.SendAsync(activity, cancellationToken).WaitAsync(MaxPushDuration, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The call ends by its own time limit.
        }
    }
}
