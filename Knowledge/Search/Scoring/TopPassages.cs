namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>Collects the passages with the highest scores; of equal scores the earlier passage comes first.</summary>
internal sealed class TopPassages(int capacity)
{
    private readonly PriorityQueue<int, (double Score, int NegativeDoc)> queue = new(Math.Min(capacity, 256) + 1);

    /// <summary>The score that a passage must reach to be kept; negative infinity until the collection is full.</summary>
    public double MinScore { get; private set; } = double.NegativeInfinity;

    public bool IsEmpty => queue.Count == 0;

    public bool IsFull => queue.Count == capacity;

    public void Add(int doc, double score)
    {
        if (score < MinScore)
        {
            return;
        }

        queue.Enqueue(doc, (score, -doc));
        if (queue.Count > capacity)
        {
            queue.Dequeue();
        }

        if (queue.Count == capacity && queue.TryPeek(out _, out var lowest))
        {
            MinScore = lowest.Score;
        }
    }

    public List<(int Doc, double Score)> ToSortedList()
    {
        var sorted = queue.UnorderedItems.Select(k => (Doc: k.Element, k.Priority.Score)).ToList();
        sorted.Sort(static (a, b) => a.Score == b.Score ? a.Doc.CompareTo(b.Doc) : b.Score.CompareTo(a.Score));
        return sorted;
    }
}
