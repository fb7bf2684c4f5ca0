using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>The real program in its own process, on a port that the system chooses unless one is given.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => AppendOutput(line.Data);
        process.ErrorDataReceived += (_, line) => AppendOutput(line.Data);
    }

    /// <summary>The address that it listens on.</summary>
    public Uri BaseAddress { get; private set; } = new("http://localhost");

    public string DataFolder { get; private init; } = "";

    /// <summary>The output so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>The memory of the process, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The bytes that it had written to the disk so far; Linux only, elsewhere 0.</summary>
    public long WrittenBytes =>
        OperatingSystem.IsLinux()
            ? long.Parse(
                File.ReadLines($"/proc/{process.Id}/io").First(line => line.StartsWith("write_bytes", StringComparison.Ordinal))[13..],
                System.Globalization.CultureInfo.InvariantCulture
            )
            : 0;

    /// <summary>The processor time used so far, on all cores.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>
    /// An address for a program that is started repeatedly: a free port below the range of automatically assigned ports, so that no
    /// other program gets it while this one is down.
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
                // In use.
            }
        }
    }

    /// <summary>Starts the program and returns once it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended; the message contains its output.</exception>
    /// <exception cref="TimeoutException">It did not start in time; the message contains its output.</exception>
    public static Task<ServerProcess> StartAsync(
        string dataFolder,
        string url = "http://127.0.0.1:0",
        params (string Key, string Value)[] settings
    ) => StartProgramAsync(Path.Combine(AppContext.BaseDirectory, "PolicyAssistantBot.dll"), dataFolder, url, settings);

    /// <summary>The same for a program that was built elsewhere.</summary>
    public static async Task<ServerProcess> StartProgramAsync(
        string program,
        string dataFolder,
        string url,
        params (string Key, string Value)[] settings
    )
    {
        var start = new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
            WorkingDirectory = SourceTree.Combine("Bot"), // The content root, with the web pages.
        };
        start.Environment["ASPNETCORE_URLS"] = url;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Storage__DataFolder"] = dataFolder;
        start.Environment["Knowledge__Snapshots"] = Path.Combine(AppContext.BaseDirectory, "snapshots");
        start.Environment["Access__SecondFactor"] = "Nobody";
        start.Environment["Limits__Enabled"] = "false";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        var server = new ServerProcess(start) { DataFolder = dataFolder };
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        _ = server.ReportEndAsync();
        try
        {
            server.BaseAddress = await server.listening.Task.WaitAsync(StartLimit);
            return server;
        }
        catch (Exception exception) when (exception is InvalidOperationException or TimeoutException)
        {
            await server.DisposeAsync();
            throw exception is TimeoutException
                ? new TimeoutException($"The server did not start:\n{server.Output}", exception)
                : exception;
        }
    }

    /// <summary>Ends the process at once, like a power failure (SIGKILL).</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
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

    /// <summary>Waits for the end of the output too: the event of the exit may come before the last lines.</summary>
    private async Task ReportEndAsync()
    {
        await process.WaitForExitAsync();
        listening.TrySetException(new InvalidOperationException($"The server ended:\n{Output}"));
    }

    private void AppendOutput(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }

        if (ListeningRegex().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Groups["url"].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (?<url>http://[0-9.]+:[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex ListeningRegex();
}
