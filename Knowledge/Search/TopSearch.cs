using System.Numerics;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>
/// The best passages of one language. Lists of postings are read from the shortest, and give each passage the most it can score;
/// common words' lists are left unread as soon as they cannot bring a passage among the first. Then passages are read in the order of
/// their bounds until none is left that can come among the first: the result is the same as when all were read.
/// </summary>
internal static class TopSearch
{
    /// <summary>Covers the rounding of single precision, so that a bound is never below the score it bounds.</summary>
    private const float Slack = 1e-4f;

    /// <summary>Passages read first, to know early what a passage must reach.</summary>
    private const int Seeds = 32;

    /// <summary>Bounding one passage by its words costs about as much as this many postings.</summary>
    private const int PassageCost = 100;

    public static List<(int Doc, double Score)> Run(LanguageIndex index, QueryPlan plan, int count, bool exhaustive)
    {
        if (index.Count == 0 || plan.Exact.Length == 0 || count <= 0)
            return [];

        var scratch = Scratch.Current;
        var lists = BoundLists.Create(index, plan, scratch);
        using var scorer = new PassageScorer(index, plan, scratch);
        var best = new Best(count);
        if (exhaustive)
            ReadAll(index, scorer, best);
        else
            Pruned(index, plan, scorer, scratch, lists, best, count);

        // Nothing shares a word with the question: what is spelt alike is better than nothing.
        if (best.IsEmpty && plan.Grams.Length > 0)
        {
            scorer.ByCharacters = true;
            ReadAll(index, scorer, best);
        }

        return best.Sorted();
    }

    private static void ReadAll(LanguageIndex index, PassageScorer scorer, Best best)
    {
        for (var doc = 0; doc < index.Count; doc++)
        {
            if (scorer.Score(doc, best.Least - Slack) is var score and > 0)
                best.Add(doc, score);
        }
    }

    private static void Pruned(
        LanguageIndex index, QueryPlan plan, PassageScorer scorer, Scratch scratch, List<BoundList> lists, Best best, int count)
    {
        var sums = scratch.Sums.AsSpan(0, index.Count);
        AddPhrasings(index, plan, sums);
        using var characters = new CharacterBound(index, plan, scratch);
        var unread = lists.Sum(list => list.Most) + (float)characters.Most;
        var next = 0;
        while (next < lists.Count && (next == 0 || lists[next].Count <= index.Count / 16))
        {
            unread -= Add(lists[next++], scratch, sums);
        }

        while (Seed(sums, scorer, best, Math.Max(count, Seeds)))
        {
            while (next < lists.Count && MustRead(lists[next].Count, sums, (float)best.Least - Slack - unread))
            {
                unread -= Add(lists[next++], scratch, sums);
            }

            if (best.IsFull)
                break;
        }

        foreach (var (most, doc) in Open(sums, best.Least - Slack, unread - (float)characters.Most, characters))
        {
            if (most + Slack < best.Least)
                break;

            if (scorer.Score(doc, best.Least - Slack) is var score and > 0)
                best.Add(doc, score);
        }
    }

    private static float Add(BoundList list, Scratch scratch, Span<float> sums)
    {
        list.Lists.Add(list.Term, scratch.Tables.AsSpan(list.Table, PostingCode.Codes), sums);
        return list.Most;
    }

    private static void AddPhrasings(LanguageIndex index, QueryPlan plan, Span<float> sums)
    {
        for (var c = 0; c < plan.Phrasings.Length; c++)
        {
            var share = (float)(plan.Weights.Phrasings * plan.Phrasings[c] / plan.Total);
            foreach (var doc in share > 0 ? index.Classifier!.Passages[c] : [])
            {
                sums[doc] += share;
            }
        }
    }

    /// <summary>Reads the passages of the highest sums and marks them as read; false when there is none.</summary>
    private static bool Seed(Span<float> sums, PassageScorer scorer, Best best, int count)
    {
        var seeds = new Best(count);
        for (var doc = 0; doc < sums.Length; doc = NextAbove(sums, doc + 1, (float)seeds.Least))
        {
            if (sums[doc] > 0)
                seeds.Add(doc, sums[doc]);
        }

        foreach (var (doc, _) in seeds.Sorted())
        {
            if (scorer.Score(doc, best.Least - Slack) is var score and > 0)
                best.Add(doc, score);
            sums[doc] = float.NegativeInfinity;
        }

        return !seeds.IsEmpty;
    }

    /// <summary>
    /// Whether the next list has to be read: a passage that is in no list read so far could still come among the first, or reading
    /// the list costs less than reading the passages it could rule out.
    /// </summary>
    private static bool MustRead(int postings, ReadOnlySpan<float> sums, float floor)
    {
        if (floor <= 0)
            return true;

        var open = 0L;
        for (var doc = NextAbove(sums, 0, floor); doc < sums.Length && open * PassageCost <= postings; doc = NextAbove(sums, doc + 1, floor))
        {
            open++;
        }

        return open * PassageCost > postings;
    }

    /// <summary>The passages that can reach a floor with the most they can score, the highest first.</summary>
    /// <param name="unread">The most that lists not read add.</param>
    private static List<(double Most, int Doc)> Open(ReadOnlySpan<float> sums, double floor, float unread, CharacterBound characters)
    {
        var open = new List<(double Most, int Doc)>();
        var least = (float)(floor - unread - characters.Most);
        for (var doc = NextAbove(sums, 0, least); doc < sums.Length; doc = NextAbove(sums, doc + 1, least))
        {
            if (sums[doc] > 0 && sums[doc] + unread + characters.Of(doc) is var most && most >= floor)
                open.Add((most, doc));
        }

        open.Sort(static (a, b) => b.Most.CompareTo(a.Most));
        return open;
    }

    /// <summary>The first place at or after one whose sum is at least the floor; the length when there is none.</summary>
    private static int NextAbove(ReadOnlySpan<float> sums, int from, float floor)
    {
        var wanted = new Vector<float>(floor);
        while (from < sums.Length)
        {
            if (from + Vector<float>.Count <= sums.Length && !Vector.GreaterThanOrEqualAny(new Vector<float>(sums[from..]), wanted))
            {
                from += Vector<float>.Count;
                continue;
            }

            if (sums[from] >= floor)
                return from;

            from++;
        }

        return sums.Length;
    }
}
