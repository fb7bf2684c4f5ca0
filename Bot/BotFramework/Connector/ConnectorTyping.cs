using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>Sends what is not kept where the conversation is: over the live streams of Direct Line, or to the channel's service.</summary>
internal sealed class ConnectorTyping(LiveStreams streams, ConnectorClient connector, TimeProvider time) : IEphemeralSender
{
    /// <summary>A turn does not wait longer for a courtesy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public Task SendAsync(Activity activity, CancellationToken cancellationToken) =>
        activity.ChannelId == ChannelIds.Directline
            ? streams.SendAsync(activity, cancellationToken)
            : PushAsync(activity, cancellationToken);

    private async Task PushAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await connector.SendAsync(activity, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Too slow to be worth it.
        }
    }
}
