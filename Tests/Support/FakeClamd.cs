using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>Implements clamd's INSTREAM on a port of this machine, and detects one virus: the EICAR test file.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    /// <summary>In two parts, so that no scanner reports this source file.</summary>
    public static readonly byte[] Eicar = Encoding.ASCII.GetBytes(
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*"
    );

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;
    private int scanCount;

    public FakeClamd()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public int ScanCount => scanCount;

    /// <summary>Replaces the result of the scan; empty closes the connection without a reply.</summary>
    public string? Reply { get; set; }

    public async ValueTask DisposeAsync()
    {
        // Stopping the listener while it starts to accept a connection would throw there.
        await stopping.CancelAsync();
        await serving;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                await ScanAsync(client.GetStream());
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ScanAsync(NetworkStream stream)
    {
        try
        {
            var command = new byte[10];
            await stream.ReadExactlyAsync(command, stopping.Token);
            Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
            using var content = new MemoryStream();
            var length = new byte[4];
            for (int size; ; )
            {
                await stream.ReadExactlyAsync(length, stopping.Token);
                if ((size = BinaryPrimitives.ReadInt32BigEndian(length)) == 0)
                {
                    break;
                }

                var chunk = new byte[size];
                await stream.ReadExactlyAsync(chunk, stopping.Token);
                content.Write(chunk);
            }

            Interlocked.Increment(ref scanCount);
            var found = content.ToArray().AsSpan().IndexOf(Eicar) >= 0;
            var reply = Reply ?? (found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
            await stream.WriteAsync(Encoding.ASCII.GetBytes(reply), stopping.Token);
        }
        catch (IOException)
        {
            // The client closed the connection.
        }
    }
}
