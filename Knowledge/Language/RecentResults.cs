namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Results of a pure function for the texts read last: a message is read several times in a turn. Thread-safe; a new result takes the
/// place of an old one, so that the memory is bounded.
/// </summary>
/// <param name="capacity">A power of two.</param>
internal sealed class RecentResults<TKey, TResult>(int capacity, Func<TKey, TResult> compute)
    where TKey : notnull
{
    private readonly Entry?[] entries = new Entry?[capacity];

    public TResult Get(TKey key)
    {
        ref var entry = ref entries[key.GetHashCode() & (capacity - 1)];
        var known = Volatile.Read(ref entry);
        if (known is null || !EqualityComparer<TKey>.Default.Equals(known.Key, key))
        {
            known = new(key, compute(key));
            Volatile.Write(ref entry, known);
        }

        return known.Result;
    }

    private sealed record Entry(TKey Key, TResult Result);
}
