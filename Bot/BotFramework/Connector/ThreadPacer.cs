using System.Collections.Concurrent;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Keeps sends within what Teams takes from a bot in one thread (Teams: "Optimize your bot with rate limiting"): a send that would
/// be one too many waits until the oldest of its window has passed.
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

    /// <summary>Waits for a place and takes it.</summary>
    /// <returns>Null when it was taken; how long it would take when that is longer than <paramref name="longest"/>.</returns>
    public async Task<TimeSpan?> WaitAsync(string conversationId, TimeSpan longest, CancellationToken cancellationToken)
    {
        var sent = threads.GetOrAdd(conversationId, _ => new Queue<DateTimeOffset>());
        while (Take(sent) is { } wait)
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

    /// <returns>How long until there may be a place; null when it was taken.</returns>
    private TimeSpan? Take(Queue<DateTimeOffset> sent)
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

    /// <summary>Threads that were silent for an hour need no memory.</summary>
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
