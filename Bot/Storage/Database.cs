using Microsoft.EntityFrameworkCore;

namespace PolicyAssistantBot.Storage;

/// <summary>Creates or migrates the database before anything uses it.</summary>
internal sealed class Database(IDbContextFactory<AssistantDb> factory)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        if (!pending.Any())
            return;

        // WAL is a property of the file: readers do not wait for the writer. The lock of a process that died while migrating would be waited for for ever.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }
}
