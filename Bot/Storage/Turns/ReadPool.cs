using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>Read-only connections that stay open with compiled statements.</summary>
internal sealed class ReadPool(IDbContextFactory<AssistantDb> factory) : IDisposable
{
    private readonly ConcurrentBag<(AssistantDb Owner, PreparedConnection Sql)> idle = [];

    public T Read<T>(Func<PreparedConnection, T> read)
    {
        if (!idle.TryTake(out var rented))
        {
            rented = Open();
        }

        try
        {
            var result = read(rented.Sql);
            idle.Add(rented);
            return result;
        }
        catch
        {
            Close(rented);
            throw;
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var one))
        {
            Close(one);
        }
    }

    private (AssistantDb Owner, PreparedConnection Sql) Open()
    {
        var owner = factory.CreateDbContext();
        owner.Database.OpenConnection();
        return (owner, new PreparedConnection(owner.Database.GetDbConnection()));
    }

    private static void Close((AssistantDb Owner, PreparedConnection Sql) one)
    {
        one.Sql.Dispose();
        one.Owner.Dispose();
    }
}
