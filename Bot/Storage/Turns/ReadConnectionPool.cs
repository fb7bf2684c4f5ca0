using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>Read-only connections that stay open with compiled statements.</summary>
internal sealed class ReadConnectionPool(IDbContextFactory<AssistantDb> dbContextFactory) : IDisposable
{
    private readonly ConcurrentBag<(AssistantDb DbContext, PreparedConnection Connection)> idle = [];

    public T Read<T>(Func<PreparedConnection, T> read)
    {
        if (!idle.TryTake(out var pooled))
        {
            pooled = Open();
        }

        try
        {
            var result = read(pooled.Connection);
            idle.Add(pooled);
            return result;
        }
        catch
        {
            Close(pooled);
            throw;
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var pooled))
        {
            Close(pooled);
        }
    }

    private (AssistantDb DbContext, PreparedConnection Connection) Open()
    {
        var dbContext = dbContextFactory.CreateDbContext();
        dbContext.Database.OpenConnection();
        return (dbContext, new PreparedConnection(dbContext.Database.GetDbConnection()));
    }

    private static void Close((AssistantDb DbContext, PreparedConnection Connection) pooled)
    {
        pooled.Connection.Dispose();
        pooled.DbContext.Dispose();
    }
}
