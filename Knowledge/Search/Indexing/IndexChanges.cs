namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>The difference between two sets of passages, by passage id.</summary>
public sealed record IndexChanges(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
{
    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count == 0;

    public static IndexChanges Between(IReadOnlyList<Passage> before, IReadOnlyList<Passage> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = before.DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var next = after.DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
        return new IndexChanges(
            [.. next.Keys.Where(id => !old.ContainsKey(id)).Order(StringComparer.Ordinal)],
            [
                .. next.Where(p => old.TryGetValue(p.Key, out var was) && !Same(was, p.Value))
                    .Select(p => p.Key)
                    .Order(StringComparer.Ordinal),
            ],
            [.. old.Keys.Where(id => !next.ContainsKey(id)).Order(StringComparer.Ordinal)]
        );
    }

    private static bool Same(Passage a, Passage b) =>
        a with { Phrasings = [], Examples = [] } == b with { Phrasings = [], Examples = [] }
        && a.Phrasings.SequenceEqual(b.Phrasings, StringComparer.Ordinal)
        && a.Examples.SequenceEqual(b.Examples, StringComparer.Ordinal);
}
