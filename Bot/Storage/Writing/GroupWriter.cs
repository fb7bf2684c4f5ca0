using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage.PostgreSql;

namespace PolicyAssistantBot.Storage.Writing;

/// <summary>
/// The single writer. SQLite allows one writing transaction at a time and each commit waits for the disk, so waiting writes share a commit:
/// each in its own savepoint, none acknowledged before the commit is on the disk.
/// </summary>
internal sealed partial class GroupWriter : IAsyncDisposable
{
    private readonly Channel<Write> queue;
    private readonly WriteConnection connection;
    private readonly ConversationSignals signals;
    private readonly int limit;
    private readonly ILogger<GroupWriter> log;
    private readonly Task loop;

    public GroupWriter(WriteConnection connection, ConversationSignals signals, IOptions<StorageOptions> options, ILogger<GroupWriter> log)
    {
        this.connection = connection;
        this.signals = signals;
        this.log = log;
        limit = options.Value.GroupLimit;
        queue = Channel.CreateBounded<Write>(new BoundedChannelOptions(options.Value.QueueLimit) { SingleReader = true });
        loop = Task.Run(RunAsync);
    }

    /// <summary>Runs the write in a transaction and returns after the commit; if it throws, it is rolled back.</summary>
    /// <exception cref="IOException">The database cannot write now (full disk, lock): nothing was stored.</exception>
    public async Task<T> WriteAsync<T>(Func<WriteScope, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var write = new Write<T>(work, cancellationToken);
        await queue.Writer.WriteAsync(write, cancellationToken);
        return await write.Result;
    }

    /// <summary>Accepts no more writes and returns when the queued ones are stored.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        connection.Dispose();
    }

    private async Task RunAsync()
    {
        var group = new List<Write>(limit);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (group.Count < limit && queue.Reader.TryRead(out var write))
            {
                group.Add(write);
            }

            await CommitAsync(group);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<Write> group)
    {
        try
        {
            var sql = connection.Open();
            await using (var transaction = await sql.Connection.BeginTransactionAsync())
            {
                await OneWriter.WaitAsync(transaction, CancellationToken.None);
                sql.Transaction = transaction;
                foreach (var write in group)
                {
                    await RunAsync(write, sql, transaction);
                }

                await transaction.CommitAsync();
            }
        }
#pragma warning disable CA1031 // Whatever prevents the commit, each caller of the group gets it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFailed(fault, group.Count);
            connection.Reset();
            var unavailable = new IOException("The database did not store the write.", fault);
            group.ForEach(w => w.Fail(unavailable));
            return;
        }
        finally
        {
            group.ForEach(w => w.Scope?.Dispose());
        }

        foreach (var write in group)
        {
            foreach (var key in write.Changed)
            {
                signals.Announce(key);
            }

            write.Complete();
        }
    }

    private async Task RunAsync(Write write, PreparedConnection sql, DbTransaction transaction)
    {
        if (write.IsCancelled)
        {
            return;
        }

        sql.Execute("SAVEPOINT one");
        write.Scope = new WriteScope(sql, () => connection.Model(transaction));
        try
        {
            await write.RunAsync(write.Scope);
            if (write.Scope.IsRolledBack)
            {
                sql.Execute("ROLLBACK TO one");
            }
        }
#pragma warning disable CA1031 // The failure of one write must not affect the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            sql.Execute("ROLLBACK TO one");
            write.Refuse(fault);
        }

        sql.Execute("RELEASE one");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A group of {Count} writes was not stored")]
    private partial void LogFailed(Exception fault, int count);
}
