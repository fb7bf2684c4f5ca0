using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Hosting;

/// <summary>Section <c>Hosting</c> of the configuration.</summary>
public sealed record HostingOptions
{
    /// <summary>How long a start waits for the process before it to let go of the data, as in an update that overlaps.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan TakeOverWait { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>
/// Holds the data folder for this process alone: a second one on the same files would run the same work and would not wake the first one's
/// open chats. The hold ends with the process, however it ends.
/// </summary>
internal sealed partial class OnlyProcess(DataFolder data, IOptions<HostingOptions> options, ILogger<OnlyProcess> log) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private FileStream? hold;

    /// <exception cref="IOException">Another process holds the folder and did not let go in time.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(data.Path, "in-use");
        var tries = options.Value.TakeOverWait / Interval;
        for (var tried = 0; (hold = Take(path)) is null; tried++)
        {
            if (tried == 0)
                SayWaiting(data.Path);
            if (tried >= tries)
                throw new IOException($"Another process uses the data folder {data.Path}.");
            await Task.Delay(Interval, cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After everything else has stopped.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => hold?.Dispose();

    private static FileStream? Take(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Another process uses the data folder {Folder}; waiting for it to end")]
    private partial void SayWaiting(string folder);
}
