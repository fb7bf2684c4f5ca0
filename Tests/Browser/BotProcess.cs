using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>The real program in a process of its own, on a free port and with a data folder of its own.</summary>
internal sealed partial class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly TempFolder data = new();
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BotProcess(string allowedOrigin)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository.Combine("Bot"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PolicyAssistantBot.dll"));
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["urls"] = "http://127.0.0.1:0";
        start.Environment["Storage__DataFolder"] = data.Path;
        start.Environment["Knowledge__Snapshot"] = Path.Combine(AppContext.BaseDirectory, "search.snapshot");
        start.Environment["DirectLine__AllowedOrigins__0"] = allowedOrigin;
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The server ended:\n{Output}"));
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    /// <summary>Where it serves.</summary>
    public Uri Root { get; private set; } = new("http://localhost");

    /// <summary>What it has written so far.</summary>
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

    /// <exception cref="TimeoutException">It did not start; the message holds what it wrote.</exception>
    /// <exception cref="InvalidOperationException">It ended instead; likewise.</exception>
    public static async Task<BotProcess> StartAsync(string allowedOrigin)
    {
        var bot = new BotProcess(allowedOrigin);
        bot.process.Start();
        bot.process.BeginOutputReadLine();
        bot.process.BeginErrorReadLine();
        try
        {
            bot.Root = await bot.listening.Task.WaitAsync(StartLimit);
            return bot;
        }
        catch (TimeoutException late)
        {
            var written = bot.Output;
            await bot.DisposeAsync();
            throw new TimeoutException($"The server did not start:\n{written}", late);
        }
        catch (InvalidOperationException)
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
        data.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }

        if (Address().Match(line) is { Success: true } found)
        {
            listening.TrySetResult(new Uri(found.Groups["url"].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (?<url>http://[0-9.]+:[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
