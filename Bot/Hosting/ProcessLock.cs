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
    DataFolder dataFolder,
    IConfiguration configuration,
    IOptions<HostingOptions> options,
    ILogger<ProcessLock> log
) : IHostedLifecycleService, IAsyncDisposable
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(250);

    private IAsyncDisposable? folderLock;
    private IAsyncDisposable? databaseLock;

    /// <exception cref="IOException">Another process uses the data and did not release it in time.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(dataFolder.Path, "in-use");
        folderLock = await AcquireAsync(dataFolder.Path, () => Task.FromResult<IAsyncDisposable?>(TryLockFile(path)), cancellationToken);
        if (PostgreSqlConnection.IsConfigured(configuration))
        {
            databaseLock = await AcquireAsync(
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
        if (databaseLock is not null)
        {
            await databaseLock.DisposeAsync();
        }

        if (folderLock is not null)
        {
            await folderLock.DisposeAsync();
        }
    }

    private async Task<IAsyncDisposable> AcquireAsync(
        string resource,
        Func<Task<IAsyncDisposable?>> tryAcquire,
        CancellationToken cancellationToken
    )
    {
        var maxRetries = options.Value.TakeOverWait / RetryInterval;
        for (var attempt = 0; ; attempt++)
        {
            if (await tryAcquire() is { } acquired)
            {
                return acquired;
            }

            if (attempt == 0)
            {
                LogWaiting(resource);
            }

            if (attempt >= maxRetries)
            {
                throw new IOException($"Another process uses the data: {resource}.");
            }

            await Task.Delay(RetryInterval, cancellationToken);
        }
    }

    private static FileStream? TryLockFile(string path)
    {
        try
        {
            PrivateFile.Prepare(path);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Another process uses the data, {Resource}; waiting for it to end")]
    private partial void LogWaiting(string resource);
}
