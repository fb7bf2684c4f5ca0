using Microsoft.Extensions.Caching.Memory;

namespace PolicyAssistantBot.Storage.References;

/// <summary>
/// The conversation references that were written recently, so that an unchanged one is not written with each message. Entries expire,
/// because another replica may have marked a conversation as ended; a full cache drops the least recently used ones.
/// </summary>
internal sealed class ConversationReferenceCache(TimeProvider time, int maxEntries = ConversationReferenceCache.DefaultMaxEntries)
    : IDisposable
{
    private const int DefaultMaxEntries = 50_000;

    /// <summary>The share of a full cache that is dropped at once; sorting by last use is too slow to be done for each entry.</summary>
    private const double DroppedShare = 0.1;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { Clock = new CacheClock(time) });

    public int Count => cache.Count;

    public bool IsUnchanged(string key, string reference) => cache.TryGetValue(key, out string? cached) && cached == reference;

    public void Set(string key, string reference)
    {
        if (cache.Count >= maxEntries)
        {
            cache.Compact(DroppedShare);
        }

        cache.Set(key, reference, Lifetime);
    }

    public void Remove(string key) => cache.Remove(key);

    public void Dispose() => cache.Dispose();
}
