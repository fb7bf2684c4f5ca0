namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>
/// The best passages of one language. Passages are read in the order of the most they can score, and reading stops when no
/// unread passage can come among the first: the result is the same as when all were read.
/// </summary>
internal static class TopSearch
{
    /// <summary>Covers the rounding of single precision, so that a bound is never below the score it bounds.</summary>
    private const float Slack = 1e-4f;

    private const int Seeds = 48;

    public static List<(int Doc, double Score)> Run(LanguageIndex index, QueryPlan plan, int count, bool exhaustive)
    {
        if (index.Count == 0 || plan.Exact.Length == 0 || count <= 0)
            return [];

        var scratch = Scratch.Current;
        scratch.Prepare(index);
        TermScorer.Run(index, plan, scratch);
        using var positions = new PositionScorer(index, plan, scratch);
        return exhaustive ? Exhaustive(index, scratch, positions, count) : Pruned(index, scratch, positions, count);
    }

    private static List<(int Doc, double Score)> Exhaustive(LanguageIndex index, Scratch scratch, PositionScorer positions, int count)
    {
        var best = new Best(count);
        for (var doc = 0; doc < index.Count; doc++)
        {
            if (scratch.Scores[doc] > 0)
                best.Add(doc, scratch.Scores[doc] + positions.Score(doc));
        }

        return best.Sorted();
    }

    private static List<(int Doc, double Score)> Pruned(LanguageIndex index, Scratch scratch, PositionScorer positions, int count)
    {
        var scores = scratch.Scores.AsSpan(0, index.Count);
        var rest = scratch.Rest.AsSpan(0, index.Count);
        var seeds = new Best(Math.Max(count, Seeds));
        for (var doc = 0; doc < scores.Length; doc++)
        {
            if (scores[doc] > 0)
                seeds.Add(doc, scores[doc] + (0.6f * rest[doc]));
        }

        var best = new Best(count);
        foreach (var (doc, _) in seeds.Sorted())
        {
            best.Add(doc, scores[doc] + positions.Score(doc));
            rest[doc] = -1;
        }

        var open = new List<(float Most, int Doc)>();
        var floor = (float)best.Least - Slack;
        for (var doc = 0; doc < scores.Length; doc++)
        {
            if (rest[doc] >= 0 && scores[doc] > 0 && scores[doc] + rest[doc] >= floor)
                open.Add((scores[doc] + rest[doc], doc));
        }

        open.Sort(static (a, b) => b.Most.CompareTo(a.Most));
        foreach (var (most, doc) in open)
        {
            if (most + Slack < best.Least)
                break;

            best.Add(doc, scores[doc] + positions.Score(doc));
        }

        return best.Sorted();
    }
}
