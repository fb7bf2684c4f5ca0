using System.Globalization;
using PolicyAssistantBot.Storage.References;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>A full cache of conversation references dropped all entries, so that all conversations were written again at once.</summary>
public sealed class CacheEvictionTests
{
    private const int Limit = 100;

    private readonly FakeTime time = new();

    [Fact]
    public void A_full_cache_evicts_the_least_recently_used_entry()
    {
        using var cache = new ConversationReferenceCache(time, Limit);
        for (var i = 0; i < 1000; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            cache.Set(Key(i), "reference");
            Assert.True(cache.IsUnchanged(Key(0), "reference"), "The conversation that writes all the time stays.");
            Assert.True(cache.Count <= Limit && (i < Limit || cache.Count >= Limit * 0.9), $"{cache.Count} entries after {i}");
        }

        Assert.All(Enumerable.Range(920, 80), i => Assert.True(cache.IsUnchanged(Key(i), "reference"), Key(i)));
        Assert.False(cache.IsUnchanged(Key(500), "reference"));
    }

    [Fact]
    public void A_reference_counts_as_unchanged_for_ten_minutes()
    {
        using var cache = new ConversationReferenceCache(time, Limit);
        cache.Set("a", "first");
        Assert.Equal((true, false), (cache.IsUnchanged("a", "first"), cache.IsUnchanged("a", "second")));
        time.Advance(TimeSpan.FromMinutes(9));
        Assert.True(cache.IsUnchanged("a", "first"));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.False(cache.IsUnchanged("a", "first"));
        cache.Set("a", "second");
        cache.Remove("a");
        Assert.False(cache.IsUnchanged("a", "second"));
    }

    private static string Key(int i) => i.ToString(CultureInfo.InvariantCulture);
}
