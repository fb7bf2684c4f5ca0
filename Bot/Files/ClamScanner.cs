using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Files;

/// <summary>
/// Sends a file to clamd over its socket (clamd(8), INSTREAM): chunks with a length prefix, an empty
/// chunk at the end, one line as the response.
/// </summary>
internal sealed class ClamScanner(IOptions<CaseFileOptions> options, TimeProvider time) : IFileScanner
{
    private const int ChunkSize = 64 * 1024;
    private const int MaxReplyBytes = 4096;

    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.ScanTimeout, time);
        using var linkedSource = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var address = ScannerAddress.Parse(options.Value.ClamAv!)!;
            using var socket =
                address is UnixDomainSocketEndPoint
                    ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                    : new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(address, linkedSource.Token);
            await using var stream = new NetworkStream(socket);
            var sending = SendAsync(stream, content, linkedSource.Token);
            var reply = await ReadReplyAsync(stream, linkedSource.Token);
            try
            {
                await sending;
            }
            catch (IOException) when (reply.Length > 0)
            {
                // clamd closes the connection when it needs no more of the file.
            }

            return ParseReply(reply);
        }
        catch (Exception exception)
            when (exception is SocketException or IOException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return new ScanVerdict.Failed(exception.GetType().Name);
        }
    }

    /// <summary><c>stream: OK</c>, <c>stream: NAME FOUND</c>, or an error.</summary>
    public static ScanVerdict ParseReply(string reply)
    {
        const string FoundSuffix = " FOUND";
        var result = reply.Trim('\0', '\n', '\r', ' ');
        result = result.StartsWith("stream: ", StringComparison.Ordinal) ? result["stream: ".Length..] : result;
        return result == "OK" ? new ScanVerdict.Clean()
            : result.EndsWith(FoundSuffix, StringComparison.Ordinal) ? new ScanVerdict.Infected(Truncate(result[..^FoundSuffix.Length]))
            : new ScanVerdict.Failed(result.Length == 0 ? "no reply" : Truncate(result));
    }

    private static string Truncate(string text) => text[..Math.Min(text.Length, 200)];

    private static async Task SendAsync(NetworkStream stream, Stream content, CancellationToken cancellationToken)
    {
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var buffer = new byte[ChunkSize + sizeof(int)];
        int readBytes;
        do
        {
            readBytes = await content.ReadAsync(buffer.AsMemory(sizeof(int), ChunkSize), cancellationToken);
            BinaryPrimitives.WriteInt32BigEndian(buffer, readBytes);
            await stream.WriteAsync(buffer.AsMemory(0, sizeof(int) + readBytes), cancellationToken);
        } while (readBytes > 0);
    }

    private static async Task<string> ReadReplyAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxReplyBytes];
        var length = 0;
        for (
            int readBytes;
            length < buffer.Length && (readBytes = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0;

        )
        {
            length += readBytes;
            if (buffer.AsSpan(0, length).Contains((byte)0))
            {
                break;
            }
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
