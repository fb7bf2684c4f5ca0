using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PolicyAssistantBot.Storage.Writing;

/// <summary>
/// Copies SQLite's write-ahead log into the database file beside the writes, on a connection of its own. SQLite itself does it inside a
/// commit, which then takes many times longer; that remains as the bound of the log (<see cref="MaxLogPages"/>) under sustained load, when
/// this one never catches up completely. A checkpoint changes nothing about what survives a power cut: commits are in the log already.
/// </summary>
internal sealed partial class Checkpointer(IDbContextFactory<AssistantDb> dbContextFactory, ILogger<Checkpointer> log) : IAsyncDisposable
{
    /// <summary>The log's length at which a commit checkpoints after all: 16 MB.</summary>
    public const int MaxLogPages = 4000;

    /// <summary>A write changes about ten pages of 4 KB, so the log has about 4 MB at a checkpoint.</summary>
    private const int WritesPerCheckpoint = 100;

    private int writesSinceCheckpoint;
    private Task running = Task.CompletedTask;

    /// <summary>Called by the single writer after each commit.</summary>
    public void OnCommitted(int writes)
    {
        writesSinceCheckpoint += writes;
        if (writesSinceCheckpoint >= WritesPerCheckpoint && running.IsCompleted)
        {
            writesSinceCheckpoint = 0;
            running = Task.Run(CheckpointAsync);
        }
    }

    public async ValueTask DisposeAsync() => await running;

    private async Task CheckpointAsync()
    {
        try
        {
            await using var db = await dbContextFactory.CreateDbContextAsync();
            if (db.Database.IsSqlite())
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)");
            }
        }
        catch (ObjectDisposedException)
        {
            // The program stops: closing the last connection copies the log.
        }
        catch (SqliteException exception)
        {
            LogFailed(exception); // The log grows until a later one succeeds; the writes report what is wrong with the database.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The write-ahead log could not be copied into the database")]
    private partial void LogFailed(Exception exception);
}
