using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Storage;

/// <summary>
/// New activities reach a stream as the bytes that were stored, without reading the transcript. Whatever is not known that way (another
/// writer, a full queue, an overlap) is read; each activity is sent once and in order.
/// </summary>
public sealed class FramesFromCommitsTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public async Task Each_activity_is_sent_once_and_in_order(int seed, bool isClientSlow)
    {
        var (random, transcript, socket) = (new Random(seed), new Transcript(), new RecordingSocket(isClientSlow));
        transcript.Append(3, random);
        var stream = new LiveStream(socket, "c", 1, transcript, TimeSpan.FromHours(1), new FakeTime());
        var running = stream.RunAsync(default);
        for (var i = 0; i < 300; i++)
        {
            var page = transcript.Append(random.Next(1, 4), random);
            transcript.Notify(random.Next(5) == 0 ? null : page);
            if (random.Next(10) == 0)
            {
                stream.EnqueueFrame("{}"u8.ToArray());
                await Task.Yield();
            }
        }

        socket.LetGo();
        await Wait.UntilAsync(() => Task.FromResult(socket.Sent().Count == transcript.Shown(after: 1).Count));
        stream.Close("");
        socket.CloseFromClient();
        await running;
        Assert.Equal(transcript.Shown(after: 1), socket.Sent());
    }

    [Fact]
    public async Task A_known_page_is_not_read_again()
    {
        var (transcript, socket) = (new Transcript(), new RecordingSocket(isSlow: false));
        var running = new LiveStream(socket, "c", 0, transcript, TimeSpan.FromHours(1), new FakeTime()).RunAsync(default);
        var reads = transcript.Reads;
        for (var i = 0; i < 5; i++)
        {
            transcript.Notify(transcript.Append(2, new Random(1)));
        }

        await Wait.UntilAsync(() => Task.FromResult(socket.Sent().Count == transcript.Shown(after: 0).Count));
        Assert.Equal(reads, transcript.Reads);
        socket.CloseFromClient();
        await running;
    }

    private sealed class Transcript : IDirectLineTranscript
    {
        private readonly List<(long Position, byte[] Json, bool IsShown)> activities = [];
        private Action<TranscriptPage?> listener = _ => { };

        public int Reads { get; private set; }

        public TranscriptPage Append(int count, Random random)
        {
            lock (activities)
            {
                long start = activities.Count;
                for (var i = 0; i < count; i++)
                {
                    var position = activities.Count + 1;
                    activities.Add((position, Encoding.UTF8.GetBytes($"{{\"id\":{position}}}"), random.Next(4) > 0));
                }

                return CreatePage(start, int.MaxValue);
            }
        }

        public void Notify(TranscriptPage? page) => listener(page);

        public List<long> Shown(long after)
        {
            lock (activities)
            {
                return [.. activities.Where(a => a.IsShown && a.Position > after).Select(a => a.Position)];
            }
        }

        public TranscriptPage? Read(string conversationId, long afterPosition, int limit)
        {
            lock (activities)
            {
                Reads++;
                return CreatePage(Math.Min(afterPosition, activities.Count), limit);
            }
        }

        public bool IsErased(string conversationId) => false;

        public IDisposable Listen(string conversationId, Action<TranscriptPage?> onNewActivities)
        {
            listener = onNewActivities;
            return new MemoryStream();
        }

        private TranscriptPage CreatePage(long start, int limit)
        {
            var shown = activities.Where(a => a.IsShown && a.Position > start).Take(limit).ToList();
            return new TranscriptPage(
                start,
                [.. shown.Select(a => a.Json)],
                shown.Count > 0 ? shown[^1].Position : start,
                activities.Count
            );
        }
    }

    /// <summary>Records what is sent; a slow one takes nothing until it is let go.</summary>
    private sealed class RecordingSocket(bool isSlow) : WebSocket
    {
        private readonly List<long> sent = [];
        private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => null;

        public override WebSocketState State => WebSocketState.Open;

        public override string? SubProtocol => null;

        public void LetGo() => go.TrySetResult();

        public void CloseFromClient() => closed.TrySetResult();

        public List<long> Sent()
        {
            lock (sent)
            {
                return [.. sent];
            }
        }

        public override async Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType type, bool isLast, CancellationToken stopping)
        {
            var frame = JsonNode.Parse(buffer.AsSpan())!;
            if (isSlow)
            {
                await go.Task;
            }

            lock (sent)
            {
                sent.AddRange(frame["activities"]?.AsArray().Select(a => a!["id"]!.GetValue<long>()) ?? []);
                Assert.True(frame["watermark"] is not { } mark || mark.GetValue<string>() == $"{sent[^1]}");
            }
        }

        public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
        {
            await closed.Task.WaitAsync(cancellationToken);
            return new WebSocketReceiveResult(0, WebSocketMessageType.Close, true);
        }

        public override Task CloseAsync(WebSocketCloseStatus status, string? description, CancellationToken cancellationToken) =>
            Task.CompletedTask;

        public override Task CloseOutputAsync(WebSocketCloseStatus status, string? description, CancellationToken cancellationToken) =>
            Task.CompletedTask;

        public override void Abort() { }

        public override void Dispose() { }
    }
}
