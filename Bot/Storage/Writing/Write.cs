namespace PolicyAssistantBot.Storage.Writing;

/// <summary>A queued write, and its result once its batch is committed.</summary>
internal abstract class Write
{
    public WriteScope? Scope { get; set; }

    /// <summary>True when the write threw: its savepoint was rolled back.</summary>
    public abstract bool HasFailed { get; }

    /// <summary>True when the caller cancelled before the write began.</summary>
    public abstract bool IsCancelled { get; }

    public abstract Task RunAsync(WriteScope scope);

    /// <summary>The write threw and its savepoint was rolled back: its caller gets the exception when the batch is finished.</summary>
    public abstract void RecordFailure(Exception exception);

    /// <summary>The batch was committed: gives the caller the result, the exception of the write, or the cancellation.</summary>
    public abstract void Complete();

    /// <summary>The batch was not committed: the caller gets the exception, or that of the write itself.</summary>
    public abstract void CompleteUncommitted(Exception exception);
}

/// <inheritdoc cref="Write"/>
internal sealed class Write<T>(Func<WriteScope, ValueTask<T>> work, CancellationToken cancellationToken) : Write
{
    private readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? value;
    private Exception? failure;

    public Task<T> Result => outcome.Task;

    public override bool HasFailed => failure is not null;

    public override bool IsCancelled => cancellationToken.IsCancellationRequested;

    public override async Task RunAsync(WriteScope scope) => value = await work(scope);

    public override void RecordFailure(Exception exception) => failure = exception;

    public override void Complete()
    {
        if (failure is not null)
        {
            outcome.TrySetException(failure);
        }
        else if (Scope is null)
        {
            outcome.TrySetCanceled(cancellationToken);
        }
        else
        {
            outcome.TrySetResult(value!);
        }
    }

    public override void CompleteUncommitted(Exception exception) => outcome.TrySetException(failure ?? exception);
}
