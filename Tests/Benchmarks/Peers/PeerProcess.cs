using System.Diagnostics;

namespace PolicyAssistantBot.Benchmarks.Peers;

/// <summary>One of the programs of <see cref="PeerProgram"/> in its own process.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process process;

    private PeerProcess(Process process) => this.process = process;

    public Uri BaseAddress { get; private init; } = new("http://localhost");

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<PeerProcess> StartAsync(string kind)
    {
        var start = new ProcessStartInfo("dotnet", [Environment.GetCommandLineArgs()[0], "peer", kind])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                // Further output is read, so that the program never waits for it.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new(process) { BaseAddress = new Uri(line[(at + Listening.Length)..].Trim()) };
            }
        }

        process.Dispose();
        throw new InvalidOperationException($"The peer {kind} did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
