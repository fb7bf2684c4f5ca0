namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>
/// The index in use. A new one is built beside it and swapped in whole, so nothing is ever searched half-built; searches under
/// way finish on the one they began with.
/// </summary>
public sealed class SearchIndexHolder(SearchIndex first)
{
    private readonly Lock building = new();
    private volatile SearchIndex current = first;

    public SearchIndex Current => current;

    /// <summary>Builds an index of the passages and puts it in use; when they are the same as before, nothing is built.</summary>
    public IndexDigest Refresh(IReadOnlyList<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        lock (building)
        {
            var digest = IndexDigest.Between(current.Passages, passages);
            if (!digest.Nothing)
                current = SearchIndex.Build(passages);
            return digest;
        }
    }
}

/// <summary>What a refresh changed, by passage id.</summary>
public sealed record IndexDigest(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
{
    public bool Nothing => Added.Count + Changed.Count + Removed.Count == 0;

    public static IndexDigest Between(IReadOnlyList<Passage> before, IReadOnlyList<Passage> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = before.DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var next = after.DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
        return new IndexDigest(
            [.. next.Keys.Where(id => !old.ContainsKey(id)).Order(StringComparer.Ordinal)],
            [.. next.Where(p => old.TryGetValue(p.Key, out var was) && !Same(was, p.Value)).Select(p => p.Key).Order(StringComparer.Ordinal)],
            [.. old.Keys.Where(id => !next.ContainsKey(id)).Order(StringComparer.Ordinal)]);
    }

    private static bool Same(Passage a, Passage b) => a with { Phrasings = [] } == b with { Phrasings = [] } && a.Phrasings.SequenceEqual(b.Phrasings, StringComparer.Ordinal);
}
