using System.Net.WebSockets;
using System.Threading.Channels;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>
/// One open web socket: sends the transcript from a position on, and ephemeral frames as they arrive. Ends when either side closes.
/// </summary>
internal sealed class LiveStream
{
    /// <summary>What to send. When it is full, the sender reads the transcript instead; ephemeral frames are then lost.</summary>
    private readonly Channel<Item> queue;

    /// <summary>True when an item was dropped since the sender last read the transcript.</summary>
    private volatile bool isTranscriptUnread;

    private readonly WebSocket socket;
    private readonly string conversationId;
    private readonly long startPosition;
    private readonly IDirectLineTranscript transcript;
    private readonly TimeSpan keepAlive;
    private readonly TimeProvider time;
    private readonly Func<bool>? isEnded;
    private readonly TaskCompletionSource<string> endReason = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="isEnded">Asked before each frame; once it is true, nothing more is sent and the socket is closed.</param>
    public LiveStream(
        WebSocket socket,
        string conversationId,
        long startPosition,
        IDirectLineTranscript transcript,
        TimeSpan keepAlive,
        TimeProvider time,
        Func<bool>? isEnded = null
    )
    {
        (this.socket, this.conversationId, this.startPosition, this.transcript) = (socket, conversationId, startPosition, transcript);
        (this.keepAlive, this.time, this.isEnded) = (keepAlive, time, isEnded);
        queue = Channel.CreateBounded<Item>(
            new BoundedChannelOptions(32) { FullMode = BoundedChannelFullMode.DropWrite },
            _ => isTranscriptUnread = true
        );
    }

    /// <param name="page">Exactly the new activities; null when the transcript must be read.</param>
    public void NotifyNewActivities(TranscriptPage? page) => queue.Writer.TryWrite(new Item(page, null));

    /// <summary>Queues a frame that is not part of the transcript; it may be lost.</summary>
    public void EnqueueFrame(byte[] utf8Frame) => queue.Writer.TryWrite(new Item(null, utf8Frame));

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
        queue.Writer.TryComplete();
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
        while (await ReadNextItemAsync(cancellationToken) is { } item && isEnded?.Invoke() != true)
        {
            if (isTranscriptUnread)
            {
                isTranscriptUnread = false;
                position = await SendNewActivitiesAsync(position, cancellationToken);
            }

            if (item.Frame is { } frame)
            {
                await SendTextAsync(frame, cancellationToken);
            }
            else if (item.Page is not { } page || (page.EndPosition > position && page.AfterPosition != position))
            {
                position = await SendNewActivitiesAsync(position, cancellationToken);
            }
            else if (page.EndPosition > position)
            {
                await SendPageAsync(page, cancellationToken);
                position = page.EndPosition;
            }
        }
    }

    /// <summary>The next item, or a keep-alive after an interval without one; null when the stream ends.</summary>
    private async Task<Item?> ReadNextItemAsync(CancellationToken cancellationToken)
    {
        if (queue.Reader.TryRead(out var next))
        {
            return next;
        }

        var nextItemAvailable = queue.Reader.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            try
            {
                return await nextItemAvailable.WaitAsync(keepAlive, time, cancellationToken) && queue.Reader.TryRead(out var item)
                    ? item
                    : null;
            }
            catch (TimeoutException) when (isEnded?.Invoke() == true)
            {
                return null;
            }
            catch (TimeoutException)
            {
                await SendTextAsync(ReadOnlyMemory<byte>.Empty, cancellationToken);
            }
        }
    }

    /// <returns>The position up to which everything visible was sent.</returns>
    private async Task<long> SendNewActivitiesAsync(long position, CancellationToken cancellationToken)
    {
        while (transcript.Read(conversationId, position, TranscriptFrames.PageSize) is { } page)
        {
            if (page.Activities.Count == 0)
            {
                return Math.Max(position, page.EndPosition);
            }

            await SendPageAsync(page, cancellationToken);
            position = page.LastPosition;
        }

        return position;
    }

    private async ValueTask SendPageAsync(TranscriptPage page, CancellationToken cancellationToken)
    {
        if (page.Activities.Count > 0)
        {
            await SendTextAsync(TranscriptFrames.ToUtf8Json(page), cancellationToken);
        }
    }

    private ValueTask SendTextAsync(ReadOnlyMemory<byte> utf8Text, CancellationToken cancellationToken) =>
        socket.SendAsync(utf8Text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

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

    /// <summary>New activities, a frame, or neither: the transcript has new activities.</summary>
    private readonly record struct Item(TranscriptPage? Page, byte[]? Frame);
}
