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
    private readonly Checkpointer checkpointer;
    private readonly ConversationSignals signals;
    private readonly int maxBatchSize;
    private readonly ILogger<BatchWriter> log;
    private readonly List<Write> batch;

    /// <summary>1 while a task commits; only this task uses the connection and <see cref="batch"/>.</summary>
    private int isCommitting;

    public BatchWriter(
        WriteConnection connection,
        Checkpointer checkpointer,
        ConversationSignals signals,
        IOptions<StorageOptions> options,
        ILogger<BatchWriter> log
    )
    {
        this.writeConnection = connection;
        this.checkpointer = checkpointer;
        this.signals = signals;
        this.log = log;
        maxBatchSize = options.Value.GroupLimit;
        queue = Channel.CreateBounded<Write>(new BoundedChannelOptions(options.Value.QueueLimit));
        batch = new List<Write>(maxBatchSize);
    }

    /// <summary>Runs the write in a transaction and returns after the commit; if it throws, it is rolled back.</summary>
    /// <exception cref="IOException">The database cannot write now (full disk, lock): nothing was stored.</exception>
    public async Task<T> WriteAsync<T>(Func<WriteScope, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var write = new Write<T>(work, cancellationToken);
        await queue.Writer.WriteAsync(write, cancellationToken);
        if (Interlocked.Exchange(ref isCommitting, 1) == 0)
        {
            // Nobody commits: this task does, which saves waking another one. What comes meanwhile is left to a task of its own.
            await CommitNextBatchAsync();
            Release();
        }

        return await write.Result;
    }

    /// <summary>Accepts no more writes and returns when the queued ones have been committed.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await queue.Reader.Completion;
        while (Interlocked.Exchange(ref isCommitting, 1) == 1)
        {
            await Task.Yield(); // The last batch is out of the queue and being committed.
        }

        writeConnection.Dispose();
    }

    /// <summary>Lets others commit, and starts a task for the writes that are queued already.</summary>
    private void Release()
    {
        Interlocked.Exchange(ref isCommitting, 0);
        if (queue.Reader.TryPeek(out _) && Interlocked.Exchange(ref isCommitting, 1) == 0)
        {
            _ = Task.Run(CommitQueuedAsync);
        }
    }

    private async Task CommitQueuedAsync()
    {
        while (await CommitNextBatchAsync()) { }

        Release();
    }

    /// <returns>False when the queue was empty.</returns>
    private async Task<bool> CommitNextBatchAsync()
    {
        while (batch.Count < maxBatchSize && queue.Reader.TryRead(out var write))
        {
            batch.Add(write);
        }

        if (batch.Count == 0)
        {
            return false;
        }

        await CommitAsync(batch);
        batch.Clear();
        return true;
    }

    private async Task CommitAsync(List<Write> writes)
    {
        try
        {
            var preparedConnection = writeConnection.Open();
            await using (var transaction = await preparedConnection.Connection.BeginTransactionAsync())
            {
                await SingleWriterLock.AcquireAsync(transaction, CancellationToken.None);
                preparedConnection.Transaction = transaction;
                foreach (var write in writes)
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
            LogCommitFailed(exception, writes.Count);
            writeConnection.Reset();
            var unavailable = new IOException("The database did not store the write.", exception);
            writes.ForEach(w => w.CompleteUncommitted(unavailable));
            return;
        }
        finally
        {
            writes.ForEach(w => w.Scope?.Dispose());
        }

        checkpointer.OnCommitted(writes.Count);
        foreach (var write in writes)
        {
            if (write is { HasFailed: false, Scope: { } scope })
            {
                NotifyListeners(scope);
            }

            write.Complete();
        }
    }

    private void NotifyListeners(WriteScope scope)
    {
        foreach (var (key, appended) in scope.GetChangedConversations())
        {
            try
            {
                signals.NotifyListeners(key, appended);
            }
#pragma warning disable CA1031 // The write is stored. A listener that fails must not stop the writes of all others.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogListenerFailed(exception);
            }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener failed after a commit")]
    private partial void LogListenerFailed(Exception exception);
}
