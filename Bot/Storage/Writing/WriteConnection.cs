using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PolicyAssistantBot.Storage.Writing;

/// <summary>The writer's own connection: opened on first use, and again after a failure.</summary>
internal sealed class WriteConnection(IDbContextFactory<AssistantDb> factory, DbContextOptions<AssistantDb> options) : IDisposable
{
    private AssistantDb? owner;
    private PreparedConnection? sql;

    public PreparedConnection Open()
    {
        if (sql is not null)
        {
            return sql;
        }

        owner = factory.CreateDbContext();
        owner.Database.OpenConnection();
        return sql = new PreparedConnection(owner.Database.GetDbConnection());
    }

    /// <summary>The EF model on this connection, inside the given transaction.</summary>
    public AssistantDb Model(DbTransaction transaction)
    {
        var db = new AssistantDb(options);
        db.Database.SetDbConnection(sql!.Connection);
        db.Database.UseTransaction(transaction);
        return db;
    }

    /// <summary>Discards a failed connection; the next write opens a new one.</summary>
    public void Reset()
    {
        sql?.Dispose();
        owner?.Dispose();
        sql = null;
        owner = null;
    }

    public void Dispose() => Reset();
}
