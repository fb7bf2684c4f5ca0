using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PolicyAssistantBot.Storage.Writing;

/// <summary>The writer's own connection: opened when first needed, and again after a fault.</summary>
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

    /// <summary>The model on this connection, inside the given transaction.</summary>
    public AssistantDb Model(DbTransaction transaction)
    {
        var db = new AssistantDb(options);
        db.Database.SetDbConnection(sql!.Connection);
        db.Database.UseTransaction(transaction);
        return db;
    }

    /// <summary>Forgets a connection that failed; the next write opens a new one.</summary>
    public void Reset()
    {
        sql?.Dispose();
        owner?.Dispose();
        sql = null;
        owner = null;
    }

    public void Dispose() => Reset();
}
