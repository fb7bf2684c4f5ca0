namespace PolicyAssistantBot.Storage.Writing;

/// <summary>A queued write, and its result once the group is committed.</summary>
internal abstract class Write
{
    public WriteScope? Scope { get; set; }

    /// <summary>Conversations to announce after the commit.</summary>
    public abstract IEnumerable<string> Changed { get; }

    /// <summary>True when the caller cancelled before the write began.</summary>
    public abstract bool IsCancelled { get; }

    public abstract Task RunAsync(WriteScope scope);

    /// <summary>The write threw: its savepoint was rolled back, and its caller gets the exception when the group is finished.</summary>
    public abstract void Refuse(Exception fault);

    public abstract void Complete();

    /// <summary>The group was not committed.</summary>
    public abstract void Fail(Exception fault);
}

/// <inheritdoc cref="Write"/>
internal sealed class Write<T>(Func<WriteScope, ValueTask<T>> work, CancellationToken cancellationToken) : Write
{
    private readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? value;
    private Exception? refusal;

    public Task<T> Result => outcome.Task;

    public override IEnumerable<string> Changed => refusal is null && Scope is not null ? Scope.Changed : [];

    public override bool IsCancelled => cancellationToken.IsCancellationRequested;

    public override async Task RunAsync(WriteScope scope) => value = await work(scope);

    public override void Refuse(Exception fault) => refusal = fault;

    public override void Complete()
    {
        if (refusal is not null)
        {
            outcome.TrySetException(refusal);
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

    public override void Fail(Exception fault) => outcome.TrySetException(refusal ?? fault);
}
