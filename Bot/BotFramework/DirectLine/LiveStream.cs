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
    long startPosition,
    IDirectLineTranscript transcript,
    TimeSpan keepAlive,
    TimeProvider time
)
{
    /// <summary>
    /// Ephemeral frames to send; an empty one only tells the sender that the transcript has new activities. When the queue is full, the
    /// sender has work anyway.
    /// </summary>
    private readonly Channel<string> frames = Channel.CreateBounded<string>(
        new BoundedChannelOptions(32) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private readonly TaskCompletionSource<string> endReason = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void NotifyNewActivities() => frames.Writer.TryWrite("");

    /// <summary>Queues a frame that is not part of the transcript; it may be lost.</summary>
    public void EnqueueFrame(string frame) => frames.Writer.TryWrite(frame);

    /// <summary>Closes the socket with a reason.</summary>
    public void Close(string reason) => endReason.TrySetResult(reason);

    public async Task RunAsync(CancellationToken stopping)
    {
        // Not linked to stopping: a cancelled receive would abort the socket before it is closed with a reason.
        using var abortSource = new CancellationTokenSource();
        using var stoppingSource = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var listener = transcript.Listen(conversationId, NotifyNewActivities);
        var receiving = ReceiveAsync(abortSource.Token);
        var sending = SendAsync(abortSource.Token);
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, stoppingSource.Token);
        await Task.WhenAny(receiving, sending, endReason.Task, stopped);

        var reason =
            endReason.Task.IsCompletedSuccessfully ? endReason.Task.Result
            : stopping.IsCancellationRequested ? "restart"
            : "";
        frames.Writer.TryComplete();
        await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(2), time, CancellationToken.None));
        await CloseAsync(reason);
        await Task.WhenAny(receiving, Task.Delay(TimeSpan.FromSeconds(2), time, CancellationToken.None));
        await abortSource.CancelAsync();
        await stoppingSource.CancelAsync();
        await Task.WhenAll(IgnoreExceptionsAsync(receiving), IgnoreExceptionsAsync(sending));
    }

    private static async Task IgnoreExceptionsAsync(Task task)
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
        var position = await SendNewActivitiesAsync(startPosition, cancellationToken);
        while (true)
        {
            var frame = await ReadNextFrameAsync(cancellationToken);
            if (frame is null)
            {
                return;
            }

            if (frame.Length > 0 || !frames.Reader.TryPeek(out _))
            {
                position = await SendNewActivitiesAsync(position, cancellationToken);
            }

            if (frame.Length > 0)
            {
                await SendTextAsync(frame, cancellationToken);
            }
        }
    }

    /// <summary>The next frame, or a keep-alive after an interval without one; null when the stream ends.</summary>
    private async Task<string?> ReadNextFrameAsync(CancellationToken cancellationToken)
    {
        if (frames.Reader.TryRead(out var next))
        {
            return next;
        }

        var nextFrameAvailable = frames.Reader.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            try
            {
                return await nextFrameAvailable.WaitAsync(keepAlive, time, cancellationToken) && frames.Reader.TryRead(out var frame)
                    ? frame
                    : null;
            }
            catch (TimeoutException)
            {
                await SendTextAsync("", cancellationToken);
            }
        }
    }

    private async Task<long> SendNewActivitiesAsync(long position, CancellationToken cancellationToken)
    {
        while (transcript.Read(conversationId, position, TranscriptFrames.PageSize) is { Activities.Count: > 0 } page)
        {
            await SendTextAsync(TranscriptFrames.ToJson(page), cancellationToken);
            position = page.LastPosition;
        }

        return position;
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
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            socket.Abort();
        }
    }
}
