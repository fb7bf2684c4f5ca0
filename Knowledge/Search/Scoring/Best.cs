namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>Keeps the highest scores; of equal scores the earlier passage comes first.</summary>
internal sealed class Best(int capacity)
{
    private readonly PriorityQueue<int, (double Score, int NegativeDoc)> kept = new(Math.Min(capacity, 256) + 1);

    /// <summary>What a passage must reach to be kept; below every score while there is room.</summary>
    public double Least { get; private set; } = double.NegativeInfinity;

    public bool IsEmpty => kept.Count == 0;

    public bool IsFull => kept.Count == capacity;

    public void Add(int doc, double score)
    {
        if (score < Least)
        {
            return;
        }

        kept.Enqueue(doc, (score, -doc));
        if (kept.Count > capacity)
        {
            kept.Dequeue();
        }

        if (kept.Count == capacity && kept.TryPeek(out _, out var least))
        {
            Least = least.Score;
        }
    }

    public List<(int Doc, double Score)> Sorted()
    {
        var sorted = kept.UnorderedItems.Select(k => (Doc: k.Element, k.Priority.Score)).ToList();
        sorted.Sort(static (a, b) => a.Score == b.Score ? a.Doc.CompareTo(b.Doc) : b.Score.CompareTo(a.Score));
        return sorted;
    }
}
