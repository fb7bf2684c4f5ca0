using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage.PostgreSql;

namespace PolicyAssistantBot.Storage.Writing;

/// <summary>
/// The single writer of this process (group commit). SQLite allows one writing transaction at a time and each commit waits for the disk, so
/// waiting writes share a transaction: each in its own savepoint, none acknowledged before the commit. On PostgreSQL the same queue is
/// used, and <see cref="SingleWriterLock"/> keeps the writers of other processes waiting.
/// </summary>
internal sealed partial class BatchWriter : IAsyncDisposable
{
    private readonly Channel<Write> queue;
    private readonly WriteConnection writeConnection;
    private readonly ConversationSignals signals;
    private readonly int maxBatchSize;
    private readonly ILogger<BatchWriter> log;
    private readonly Task loop;

    public BatchWriter(WriteConnection connection, ConversationSignals signals, IOptions<StorageOptions> options, ILogger<BatchWriter> log)
    {
        this.writeConnection = connection;
        this.signals = signals;
        this.log = log;
        maxBatchSize = options.Value.GroupLimit;
        queue = Channel.CreateBounded<Write>(new BoundedChannelOptions(options.Value.QueueLimit) { SingleReader = true });
        loop = Task.Run(RunLoopAsync);
    }

    /// <summary>Runs the write in a transaction and returns after the commit; if it throws, it is rolled back.</summary>
    /// <exception cref="IOException">The database cannot write now (full disk, lock): nothing was stored.</exception>
    public async Task<T> WriteAsync<T>(Func<WriteScope, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var write = new Write<T>(work, cancellationToken);
        await queue.Writer.WriteAsync(write, cancellationToken);
        return await write.Result;
    }

    /// <summary>Accepts no more writes and returns when the queued ones have been committed.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        writeConnection.Dispose();
    }

    private async Task RunLoopAsync()
    {
        var batch = new List<Write>(maxBatchSize);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < maxBatchSize && queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            await CommitAsync(batch);
            batch.Clear();
        }
    }

    private async Task CommitAsync(List<Write> batch)
    {
        try
        {
            var preparedConnection = writeConnection.Open();
            await using (var transaction = await preparedConnection.Connection.BeginTransactionAsync())
            {
                await SingleWriterLock.AcquireAsync(transaction, CancellationToken.None);
                preparedConnection.Transaction = transaction;
                foreach (var write in batch)
                {
                    await RunInSavepointAsync(write, preparedConnection, transaction);
                }

                await transaction.CommitAsync();
            }
        }
#pragma warning disable CA1031 // Whatever prevents the commit is reported to every caller of the batch.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogCommitFailed(exception, batch.Count);
            writeConnection.Reset();
            var unavailable = new IOException("The database did not store the write.", exception);
            batch.ForEach(w => w.CompleteUncommitted(unavailable));
            return;
        }
        finally
        {
            batch.ForEach(w => w.Scope?.Dispose());
        }

        foreach (var write in batch)
        {
            foreach (var key in write.ChangedConversations)
            {
                signals.NotifyListeners(key);
            }

            write.Complete();
        }
    }

    private async Task RunInSavepointAsync(Write write, PreparedConnection preparedConnection, DbTransaction transaction)
    {
        if (write.IsCancelled)
        {
            return;
        }

        preparedConnection.Execute("SAVEPOINT write");
        write.Scope = new WriteScope(preparedConnection, () => writeConnection.CreateDbContext(transaction));
        try
        {
            await write.RunAsync(write.Scope);
            if (write.Scope.IsRolledBack)
            {
                preparedConnection.Execute("ROLLBACK TO write");
            }
        }
#pragma warning disable CA1031 // The failure of one write must not affect the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            preparedConnection.Execute("ROLLBACK TO write");
            write.RecordFailure(exception);
        }

        preparedConnection.Execute("RELEASE write");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A batch of {Count} writes was not stored")]
    private partial void LogCommitFailed(Exception exception, int count);
}
