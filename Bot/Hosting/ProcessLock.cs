using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.PostgreSql;

namespace PolicyAssistantBot.Hosting;

/// <summary>Section <c>Hosting</c> of the configuration.</summary>
public sealed record HostingOptions
{
    /// <summary>How long a start waits until the previous process has released the data, as in a rolling update.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan TakeOverWait { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>
/// Locks the data folder, and the PostgreSQL database where one is used, for this process: a second process on the same data would run the
/// same background work and would not notify the chats that are connected to the first. The lock ends with the process, even after a crash.
/// </summary>
internal sealed partial class ProcessLock(
    DataFolder data,
    IConfiguration configuration,
    IOptions<HostingOptions> options,
    ILogger<ProcessLock> log
) : IHostedLifecycleService, IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private IAsyncDisposable? folder;
    private IAsyncDisposable? database;

    /// <exception cref="IOException">Another process holds the data and did not release it in time.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(data.Path, "in-use");
        folder = await WaitAsync(data.Path, () => Task.FromResult<IAsyncDisposable?>(Take(path)), cancellationToken);
        if (PostgreSqlConnection.IsConfigured(configuration))
        {
            database = await WaitAsync(
                "PostgreSQL",
                () => PostgreSqlConnection.TryLockDatabaseAsync(configuration, cancellationToken),
                cancellationToken
            );
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after all other services have stopped.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }

        if (folder is not null)
        {
            await folder.DisposeAsync();
        }
    }

    private async Task<IAsyncDisposable> WaitAsync(string what, Func<Task<IAsyncDisposable?>> take, CancellationToken cancellationToken)
    {
        var tries = options.Value.TakeOverWait / Interval;
        for (var tried = 0; ; tried++)
        {
            if (await take() is { } hold)
            {
                return hold;
            }

            if (tried == 0)
            {
                SayWaiting(what);
            }

            if (tried >= tries)
            {
                throw new IOException($"Another process uses the data: {what}.");
            }

            await Task.Delay(Interval, cancellationToken);
        }
    }

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

    [LoggerMessage(LogLevel.Warning, "Another process uses the data, {What}; waiting for it to end")]
    private partial void SayWaiting(string what);
}
