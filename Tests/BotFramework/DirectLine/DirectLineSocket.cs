using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace PolicyAssistantBot.Tests.BotFramework.DirectLine;

/// <summary>The client's end of a stream.</summary>
internal sealed class DirectLineSocket(ClientWebSocket socket) : IDisposable
{
    public string? CloseReason => socket.CloseStatusDescription;

    /// <summary>Receives the text of the next frame; null if the server closed the socket.</summary>
    public async Task<string?> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(text.ToArray());
            }
        }
    }

    /// <summary>Receives activities up to the one with this text, and the last watermark.</summary>
    public async Task<(List<JsonNode> Activities, string? Watermark)> ReceiveUntilAsync(string text)
    {
        var activities = new List<JsonNode>();
        string? watermark = null;
        while (true)
        {
            var frame = await ReceiveAsync() ?? throw new InvalidOperationException("The server closed the stream.");
            if (frame.Length == 0)
            {
                continue;
            }

            var set = JsonNode.Parse(frame)!;
            watermark = set["watermark"]?.GetValue<string>() ?? watermark;
            activities.AddRange(set["activities"]!.AsArray().Select(a => a!));
            if (activities.Exists(a => a["text"]?.GetValue<string>() == text))
            {
                return (activities, watermark);
            }
        }
    }

    public Task SendAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    public Task CloseAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);

    public void Dispose() => socket.Dispose();
}
