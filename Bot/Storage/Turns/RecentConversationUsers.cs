using Microsoft.Extensions.Caching.Memory;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>
/// Who was recently seen in which conversation, so that <see cref="ConversationUserRow"/> is not written again with each message. An entry
/// is added only after its row was committed. A full cache drops entries; that costs one more write.
/// </summary>
internal sealed class RecentConversationUsers(TimeProvider time) : IDisposable
{
    private const int MaxEntries = 50_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { Clock = new CacheClock(time), SizeLimit = MaxEntries });

    public bool Contains(string conversationKey, string userId) => cache.TryGetValue((conversationKey, userId), out _);

    public void Add(string conversationKey, string userId) =>
        cache.Set((conversationKey, userId), true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });

    public void Remove(string conversationKey, string userId) => cache.Remove((conversationKey, userId));

    public void Dispose() => cache.Dispose();
}
