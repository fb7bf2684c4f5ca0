namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>Stores the outcome of an action that cannot be undone, such as a message that was sent.</summary>
internal static class OutcomeStorage
{
    private static readonly TimeSpan FirstRetryDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromSeconds(30);

    /// <summary>Tries until the database accepts it; when the process is stopping, once more.</summary>
    /// <param name="onFailure">Called with each failure.</param>
    /// <returns>False when the process stopped before it was stored.</returns>
    public static async Task<bool> StoreWithRetriesAsync(
        Func<Task> store,
        Action<Exception> onFailure,
        TimeProvider time,
        CancellationToken stopping
    )
    {
        for (var wait = FirstRetryDelay; ; wait = wait * 2 < MaxRetryDelay ? wait * 2 : MaxRetryDelay)
        {
            var isLast = stopping.IsCancellationRequested;
            try
            {
                await store();
                return true;
            }
#pragma warning disable CA1031 // Whatever the reason, the outcome must not be forgotten.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                onFailure(exception);
            }

            if (isLast)
            {
                return false;
            }

            await Task.Delay(wait, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
