using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PolicyAssistantBot.Storage.Writing;

/// <summary>The connection of <see cref="BatchWriter"/>: opened on first use, and again after a failure.</summary>
internal sealed class WriteConnection(IDbContextFactory<AssistantDb> dbContextFactory, DbContextOptions<AssistantDb> options) : IDisposable
{
    private AssistantDb? dbContext;
    private PreparedConnection? connection;

    public PreparedConnection Open()
    {
        if (connection is not null)
        {
            return connection;
        }

        dbContext = dbContextFactory.CreateDbContext();
        dbContext.Database.OpenConnection();
        if (dbContext.Database.IsSqlite())
        {
            dbContext.Database.ExecuteSqlRaw($"PRAGMA wal_autocheckpoint={Checkpointer.MaxLogPages}");
        }

        return connection = new PreparedConnection(dbContext.Database.GetDbConnection());
    }

    /// <summary>A database context on this connection, inside the given transaction.</summary>
    public AssistantDb CreateDbContext(DbTransaction transaction)
    {
        var db = new AssistantDb(options);
        db.Database.SetDbConnection(connection!.Connection);
        db.Database.UseTransaction(transaction);
        return db;
    }

    /// <summary>Discards a failed connection; the next write opens a new one.</summary>
    public void Reset()
    {
        connection?.Dispose();
        dbContext?.Dispose();
        connection = null;
        dbContext = null;
    }

    public void Dispose() => Reset();
}
