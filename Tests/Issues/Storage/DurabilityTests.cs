using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Writing;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Storage;

/// <summary>What was acknowledged survives a power cut: each commit on SQLite waits for the disk, whatever is done for speed.</summary>
public sealed class DurabilityTests : IDisposable
{
    private const long Full = 2;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_connection_synchronizes_fully_and_writes_ahead()
    {
        await using var storage = await StorageHost.OpenAsync(folder);
        using var connection = storage.Get<WriteConnection>();
        var writer = connection.Open();
        Assert.Equal(Full, writer.Command("PRAGMA synchronous").ExecuteScalar());
        Assert.Equal((long)Checkpointer.MaxLogPages, writer.Command("PRAGMA wal_autocheckpoint").ExecuteScalar());
        Assert.Equal("wal", writer.Command("PRAGMA journal_mode").ExecuteScalar());

        await using var db = await storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        Assert.Equal(Full, await command.ExecuteScalarAsync());
    }

    /// <summary>A checkpoint inside a commit made every sixtieth turn wait.</summary>
    [Fact]
    public async Task The_log_is_copied_beside_the_writes_and_stays_bounded()
    {
        await using var storage = await StorageHost.OpenAsync(folder);
        var (database, log) = (new FileInfo(folder.File("assistant.db")), new FileInfo(folder.File("assistant.db-wal")));
        var before = database.Length;
        for (var i = 0; i < 150; i++)
        {
            await storage.Turns.AcceptAsync(StorageHost.Message(new string('ă', 400) + i, $"c{i}"), $"k{i}", default);
        }

        log.Refresh();
        Assert.InRange(log.Length, 1, Checkpointer.MaxLogPages * 4120L); // No commit has had to do it yet.
        await Wait.UntilAsync(() =>
        {
            database.Refresh();
            return Task.FromResult(database.Length > before);
        });
    }
}
