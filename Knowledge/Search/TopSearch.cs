using System.Numerics;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>
/// The best passages of one language. Lists of postings give each passage the most it can score: those of rare terms are read whole,
/// those of common terms only while many passages could still come among the first; for the few that are left, common terms are looked
/// up. Then passages are read in the order of their bounds until none is left that can come among the first: the result is the same as
/// when all were read.
/// </summary>
internal static class TopSearch
{
    /// <summary>Covers the rounding of single precision, so that a bound is never below the score it bounds.</summary>
    private const float Slack = 1e-4f;

    /// <summary>Passages read early, to know what a passage must reach.</summary>
    private const int Seeds = 16;

    /// <summary>Postings that cost about as much as reading these passages.</summary>
    private const int SeedCost = 150_000;

    /// <summary>Fewer passages than one in so many are looked up, rather than whole lists read.</summary>
    private const int FewFrom = 8;

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
        var (next, read) = (0, 0L);
        while (next < lists.Count && (best.Least - Slack - unread is not (> 0 and var least) || !AreFew(sums, (float)least)))
        {
            for (; next < lists.Count && (read < SeedCost || lists[next].Codes is null); next++)
            {
                unread -= lists[next].Most;
                lists[next].Lists.Add(lists[next].Term, scratch.Tables.AsSpan(lists[next].Table, PostingCode.Codes), sums);
                read += Math.Min(lists[next].Count, index.Count / 4);
            }

            read = 0;
            Seed(sums, scorer, best, Math.Max(count, Seeds));
        }

        var left = Collect(sums, (float)best.Least - Slack - unread, scratch);
        for (; next < lists.Count; next++)
        {
            unread -= lists[next].Most;
            left = LookUp(lists[next].Codes!, left, (float)best.Least - Slack - unread, scratch.Tables.AsSpan(lists[next].Table, PostingCode.Codes), scratch);
        }

        left = AddCharacters(characters, left, (float)best.Least - Slack, scratch);
        var most = scratch.LeftMost.AsSpan(0, left);
        var docs = scratch.Left.AsSpan(0, left);
        most.Sort(docs);
        for (var i = left - 1; i >= 0 && most[i] + Slack >= best.Least; i--)
        {
            if (scorer.Score(docs[i], best.Least - Slack) is var score and > 0)
                best.Add(docs[i], score);
        }
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

    /// <summary>Reads the passages of the highest sums and marks them as read.</summary>
    private static void Seed(Span<float> sums, PassageScorer scorer, Best best, int count)
    {
        var seeds = new Best(count);
        for (var doc = NextAbove(sums, 0, float.Epsilon); doc < sums.Length; doc = NextAbove(sums, doc + 1, Math.Max(float.Epsilon, (float)seeds.Least)))
        {
            seeds.Add(doc, sums[doc]);
        }

        foreach (var (doc, _) in seeds.Sorted())
        {
            if (scorer.Score(doc, best.Least - Slack) is var score and > 0)
                best.Add(doc, score);
            sums[doc] = float.NegativeInfinity;
        }
    }

    /// <summary>Whether few passages can still come among the first.</summary>
    private static bool AreFew(ReadOnlySpan<float> sums, float least)
    {
        var few = sums.Length / FewFrom;
        for (var doc = NextAbove(sums, 0, least); doc < sums.Length && few >= 0; doc = NextAbove(sums, doc + 1, least))
        {
            few--;
        }

        return few >= 0;
    }

    /// <summary>Collects the passages that share anything with the question and can come among the first.</summary>
    private static int Collect(ReadOnlySpan<float> sums, float least, Scratch scratch)
    {
        least = Math.Max(least, float.Epsilon);
        var count = 0;
        for (var doc = NextAbove(sums, 0, least); doc < sums.Length; doc = NextAbove(sums, doc + 1, least))
        {
            scratch.PrepareLeft(count + 1);
            (scratch.Left[count], scratch.LeftMost[count]) = (doc, sums[doc]);
            count++;
        }

        return count;
    }

    /// <summary>Adds a common term to the passages that are left, and keeps those that can still come among the first.</summary>
    private static int LookUp(byte[] codes, int left, float least, ReadOnlySpan<float> table, Scratch scratch)
    {
        var docs = scratch.Left.AsSpan(0, left);
        var most = scratch.LeftMost.AsSpan(0, left);
        var kept = 0;
        for (var i = 0; i < docs.Length; i++)
        {
            var sum = most[i] + table[codes[docs[i]]];
            (docs[kept], most[kept]) = (docs[i], sum);
            kept += sum >= least ? 1 : 0;
        }

        return kept;
    }

    private static int AddCharacters(CharacterBound characters, int left, float least, Scratch scratch)
    {
        if (characters.Most <= 0)
            return left;

        var kept = 0;
        for (var i = 0; i < left; i++)
        {
            var (doc, sum) = (scratch.Left[i], scratch.LeftMost[i] + (float)characters.Of(scratch.Left[i]));
            (scratch.Left[kept], scratch.LeftMost[kept]) = (doc, sum);
            kept += sum >= least ? 1 : 0;
        }

        return kept;
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
