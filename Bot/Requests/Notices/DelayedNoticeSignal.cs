namespace PolicyAssistantBot.Requests.Notices;

/// <summary>Wakes the worker when something new waits, so that it does not have to ask the database all the time.</summary>
internal sealed class DelayedNoticeSignal
{
    private TaskCompletionSource added = Create();

    /// <summary>Ends when something is added after this call.</summary>
    public Task NextAdded => Volatile.Read(ref added).Task;

    /// <summary>To be called after the commit.</summary>
    public void Notify() => Interlocked.Exchange(ref added, Create()).SetResult();

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
