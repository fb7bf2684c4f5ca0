using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>The real program in a process of its own, on a port that the system chose unless one is named.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri root)
    {
        this.process = process;
        Root = root;
    }

    public Uri Root { get; }

    /// <summary>Memory that the process holds, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Work of the processor so far, on all cores.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>
    /// An address for a program that is started again and again: a free port below those that systems hand out by themselves,
    /// which nobody takes while the program is down.
    /// </summary>
    public static string FreeAddress()
    {
        for (var port = 21_000; ; port++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return $"http://127.0.0.1:{port}";
            }
            catch (SocketException) when (port < 22_000)
            {
                // Taken.
            }
        }
    }

    /// <summary>Starts the program and returns once it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it said.</exception>
    public static async Task<ServerProcess> StartAsync(
        string dataFolder,
        string url = "http://127.0.0.1:0",
        params (string Key, string Value)[] settings
    )
    {
        var program = Path.Combine(AppContext.BaseDirectory, "PolicyAssistantBot.dll");
        var start = new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_URLS"] = url;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Storage__DataFolder"] = dataFolder;
        start.Environment["Knowledge__Snapshot"] = Path.Combine(AppContext.BaseDirectory, "search.snapshot");
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        var started = Process.Start(start)!;
        var said = new List<string>();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        started.OutputDataReceived += (_, line) => Hear(line.Data);
        started.ErrorDataReceived += (_, line) => Hear(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        _ = started
            .WaitForExitAsync()
            .ContinueWith(_ => listening.TrySetException(new InvalidOperationException(string.Join('\n', said))), TaskScheduler.Default);
        return new ServerProcess(started, await listening.Task.WaitAsync(TimeSpan.FromMinutes(3)));

        void Hear(string? line)
        {
            if (line is null || listening.Task.IsCompleted)
            {
                return;
            }

            said.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Groups["url"].Value));
            }
        }
    }

    /// <summary>Ends it at once, as a power cut would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<url>http://[^\s""\\]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
