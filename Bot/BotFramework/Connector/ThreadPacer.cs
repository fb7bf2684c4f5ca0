using System.Collections.Concurrent;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Keeps calls within the rate limits of Teams for a bot in one thread (Teams: "Optimize your bot with rate limiting"): a call that would
/// exceed a limit waits until the oldest call of its window has expired.
/// </summary>
internal sealed class ThreadPacer(TimeProvider time)
{
    private static readonly (int Count, TimeSpan Window)[] RateLimits =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1800, TimeSpan.FromHours(1)),
    ];

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> threads = new(StringComparer.Ordinal);

    /// <summary>Waits until a call is allowed and counts it.</summary>
    /// <returns>Null when the call is allowed; the necessary wait when that is longer than <paramref name="maxWait"/>.</returns>
    public async Task<TimeSpan?> WaitAsync(string conversationId, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        var callTimes = threads.GetOrAdd(conversationId, _ => new Queue<DateTimeOffset>());
        while (CountCallOrGetWait(callTimes) is { } wait)
        {
            if (wait > maxWait)
            {
                return wait;
            }

            await Task.Delay(wait, time, cancellationToken);
        }

        RemoveIdleThreads();
        return null;
    }

    /// <returns>The wait until a call may be allowed; null when it was allowed and counted.</returns>
    private TimeSpan? CountCallOrGetWait(Queue<DateTimeOffset> callTimes)
    {
        lock (callTimes)
        {
            var now = time.GetUtcNow();
            while (callTimes.TryPeek(out var oldest) && oldest <= now - RateLimits[^1].Window)
            {
                callTimes.Dequeue();
            }

            var times = callTimes.ToArray();
            var wait = TimeSpan.Zero;
            foreach (var (count, window) in RateLimits)
            {
                if (times.Length >= count && times[^count] + window - now is { } remaining && remaining > wait)
                {
                    wait = remaining;
                }
            }

            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            callTimes.Enqueue(now);
            return null;
        }
    }

    /// <summary>Forgets threads without a call in the last hour.</summary>
    private void RemoveIdleThreads()
    {
        if (threads.Count < 10_000)
        {
            return;
        }

        foreach (var (id, callTimes) in threads)
        {
            lock (callTimes)
            {
                if (callTimes.Count == 0 || callTimes.Last() <= time.GetUtcNow() - RateLimits[^1].Window)
                {
                    threads.TryRemove(id, out _);
                }
            }
        }
    }
}
