using System.Collections.Concurrent;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Keeps calls within the rate limits of Teams for a bot in one thread (Teams: "Optimize your bot with rate limiting"): a call that would
/// exceed a limit waits until the oldest call of its window has expired.
/// </summary>
internal sealed class ThreadPacer(TimeProvider time)
{
    private static readonly (int Count, TimeSpan Window)[] Limits =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1800, TimeSpan.FromHours(1)),
    ];

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> threads = new(StringComparer.Ordinal);

    /// <summary>Waits until a call is allowed and counts it.</summary>
    /// <returns>Null when the call is allowed; the necessary wait when that is longer than <paramref name="longest"/>.</returns>
    public async Task<TimeSpan?> WaitAsync(string conversationId, TimeSpan longest, CancellationToken cancellationToken)
    {
        var sent = threads.GetOrAdd(conversationId, _ => new Queue<DateTimeOffset>());
        while (Acquire(sent) is { } wait)
        {
            if (wait > longest)
            {
                return wait;
            }

            await Task.Delay(wait, time, cancellationToken);
        }

        Trim();
        return null;
    }

    /// <returns>The wait until a call may be allowed; null when it was allowed and counted.</returns>
    private TimeSpan? Acquire(Queue<DateTimeOffset> sent)
    {
        lock (sent)
        {
            var now = time.GetUtcNow();
            while (sent.TryPeek(out var oldest) && oldest <= now - Limits[^1].Window)
            {
                sent.Dequeue();
            }

            var times = sent.ToArray();
            var wait = TimeSpan.Zero;
            foreach (var (count, window) in Limits)
            {
                if (times.Length >= count && times[^count] + window - now is { } left && left > wait)
                {
                    wait = left;
                }
            }

            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            sent.Enqueue(now);
            return null;
        }
    }

    /// <summary>Forgets threads without a call in the last hour.</summary>
    private void Trim()
    {
        if (threads.Count < 10_000)
        {
            return;
        }

        foreach (var (id, sent) in threads)
        {
            lock (sent)
            {
                if (sent.Count == 0 || sent.Last() <= time.GetUtcNow() - Limits[^1].Window)
                {
                    threads.TryRemove(id, out _);
                }
            }
        }
    }
}
