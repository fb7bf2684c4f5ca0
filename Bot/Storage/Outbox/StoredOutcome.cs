namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>Stores the outcome of an action that cannot be undone, such as a message that was sent.</summary>
internal static class StoredOutcome
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Tries until the database accepts it; when the process stops, once more.</summary>
    /// <param name="failed">Called with each failure.</param>
    /// <returns>False when the process stopped before it was stored.</returns>
    public static async Task<bool> KeepAsync(Func<Task> store, Action<Exception> failed, TimeProvider time, CancellationToken stopping)
    {
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var isLast = stopping.IsCancellationRequested;
            try
            {
                await store();
                return true;
            }
#pragma warning disable CA1031 // Whatever the reason, the outcome must not be forgotten.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                failed(fault);
            }

            if (isLast)
            {
                return false;
            }

            await Task.Delay(wait, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
