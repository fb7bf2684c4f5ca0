namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>The difference between two sets of passages, by passage id.</summary>
public sealed record IndexChanges(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
{
    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count == 0;

    public static IndexChanges Compare(IReadOnlyList<Passage> oldPassages, IReadOnlyList<Passage> newPassages)
    {
        ArgumentNullException.ThrowIfNull(oldPassages);
        ArgumentNullException.ThrowIfNull(newPassages);
        var oldById = oldPassages.DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var newById = newPassages.DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
        return new IndexChanges(
            [.. newById.Keys.Where(id => !oldById.ContainsKey(id)).Order(StringComparer.Ordinal)],
            [
                .. newById
                    .Where(p => oldById.TryGetValue(p.Key, out var oldPassage) && !HasSameContent(oldPassage, p.Value))
                    .Select(p => p.Key)
                    .Order(StringComparer.Ordinal),
            ],
            [.. oldById.Keys.Where(id => !newById.ContainsKey(id)).Order(StringComparer.Ordinal)]
        );
    }

    private static bool HasSameContent(Passage a, Passage b) =>
        a with { Phrasings = [], Examples = [] } == b with { Phrasings = [], Examples = [] }
        && a.Phrasings.SequenceEqual(b.Phrasings, StringComparer.Ordinal)
        && a.Examples.SequenceEqual(b.Examples, StringComparer.Ordinal);
}
