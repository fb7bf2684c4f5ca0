using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PolicyAssistantBot.Tests.Support.RealParts;

/// <summary>
/// A server program of the operating system, which ends with the test process, however that ends: a shell waits for the end of its own
/// input.
/// </summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private const string Script = """log=$1; shift; "$@" >"$log" 2>&1 & server=$!; read -r _; kill -TERM $server; wait $server""";

    private readonly Process shell;
    private readonly string logFile;

    private ChildServer(Process shell, string logFile) => (this.shell, this.logFile) = (shell, logFile);

    /// <summary>Starts the program and returns once it accepts connections.</summary>
    public static async Task<ChildServer> StartAsync(string tool, TempFolder folder, EndPoint endPoint, params string[] arguments)
    {
        var program = ToolFactAttribute.Find(tool) ?? throw new InvalidOperationException($"{tool} is not installed.");
        var logFile = folder.File($"{tool}.log");
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false };
        foreach (var argument in (string[])["-c", Script, "sh", logFile, program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        var server = new ChildServer(Process.Start(start)!, logFile);
        await Wait.UntilAsync(() => CanConnectAsync(endPoint), failure: server.ReadLog);
        return server;
    }

    /// <summary>A port that is free now.</summary>
    public static int FindPort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public string ReadLog() => File.Exists(logFile) ? File.ReadAllText(logFile) : "";

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

    private static async Task<bool> CanConnectAsync(EndPoint endPoint)
    {
        using var socket =
            endPoint is UnixDomainSocketEndPoint
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(endPoint);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
