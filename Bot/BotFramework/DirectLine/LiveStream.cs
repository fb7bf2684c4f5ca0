using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>
/// One open web socket: sends the transcript from a position on, and ephemeral frames as they arrive. Ends when either side closes.
/// </summary>
internal sealed class LiveStream(
    WebSocket socket,
    string conversationId,
    long after,
    IDirectLineTranscript transcript,
    TimeSpan keepAlive,
    TimeProvider time
)
{
    /// <summary>
    /// Frames outside the transcript; an empty one only wakes the sender. When the queue is full, the sender is awake anyway.
    /// </summary>
    private readonly Channel<string> woken = Channel.CreateBounded<string>(
        new BoundedChannelOptions(32) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private readonly TaskCompletionSource<string> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Wake() => woken.Writer.TryWrite("");

    /// <summary>Sends a frame that is not part of the transcript; may be lost.</summary>
    public void Send(string frame) => woken.Writer.TryWrite(frame);

    /// <summary>Closes the socket with a reason.</summary>
    public void End(string reason) => ended.TrySetResult(reason);

    public async Task RunAsync(CancellationToken stopping)
    {
        // Not linked: a cancelled receive would abort the socket before it is closed with its reason.
        using var stop = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var listening = transcript.Listen(conversationId, Wake);
        var receiving = ReceiveAsync(stop.Token);
        var sending = SendAsync(stop.Token);
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, ending.Token);
        await Task.WhenAny(receiving, sending, ended.Task, stopped);

        var reason =
            ended.Task.IsCompletedSuccessfully ? ended.Task.Result
            : stopping.IsCancellationRequested ? "restart"
            : "";
        woken.Writer.TryComplete();
        await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(2), time, CancellationToken.None));
        await CloseAsync(reason);
        await Task.WhenAny(receiving, Task.Delay(TimeSpan.FromSeconds(2), time, CancellationToken.None));
        await stop.CancelAsync();
        await ending.CancelAsync();
        await Task.WhenAll(Quiet(receiving), Quiet(sending));
    }

    private static async Task Quiet(Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Clients send only empty keep-alives; everything is read and discarded until they close.</summary>
    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[1024];
        while ((await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken)).MessageType != WebSocketMessageType.Close) { }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var place = await CatchUpAsync(after, cancellationToken);
        while (true)
        {
            var frame = await NextAsync(cancellationToken);
            if (frame is null)
            {
                return;
            }

            if (frame.Length > 0 || !woken.Reader.TryPeek(out _))
            {
                place = await CatchUpAsync(place, cancellationToken);
            }

            if (frame.Length > 0)
            {
                await SendTextAsync(frame, cancellationToken);
            }
        }
    }

    /// <summary>The next frame, or a keep-alive after an interval without one; null when the stream ends.</summary>
    private async Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        if (woken.Reader.TryRead(out var next))
        {
            return next;
        }

        var more = woken.Reader.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            try
            {
                return await more.WaitAsync(keepAlive, time, cancellationToken) && woken.Reader.TryRead(out var frame) ? frame : null;
            }
            catch (TimeoutException)
            {
                await SendTextAsync("", cancellationToken);
            }
        }
    }

    private async Task<long> CatchUpAsync(long place, CancellationToken cancellationToken)
    {
        while (transcript.Read(conversationId, place, TranscriptFrames.PageSize) is { Activities.Count: > 0 } page)
        {
            await SendTextAsync(TranscriptFrames.Of(page), cancellationToken);
            place = page.Last;
        }

        return place;
    }

    private ValueTask SendTextAsync(string text, CancellationToken cancellationToken) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    private async Task CloseAsync(string reason)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(
                    reason == "restart" ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure,
                    reason,
                    timeout.Token
                );
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            socket.Abort();
        }
    }
}
