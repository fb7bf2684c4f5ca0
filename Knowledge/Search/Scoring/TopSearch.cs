using System.Numerics;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>
/// The best passages of one language. Lists of postings give each passage the most it can score: those of rare terms are read whole, those
/// of common terms only while many passages could still come among the first; for the few that are left, common terms are looked up. This
/// goes range by range, so that sums stay near the processor. Then passages are read in the order of their bounds until none is left that
/// can come among the first: the result is the same as when all were read.
/// </summary>
internal static class TopSearch
{
    /// <summary>Covers the rounding of single precision, so that a bound is never below the score it bounds.</summary>
    private const float Slack = 1e-4f;

    /// <summary>Passages read early, to know what a passage must reach.</summary>
    private const int Seeds = 24;

    /// <summary>Sums to be added to that cost more than reading these passages.</summary>
    private const int SeedCost = 300_000;

    /// <summary>When fewer than one passage in this many is left, common terms are looked up instead of reading their lists.</summary>
    private const int FewFrom = 8;

    public static List<(int Doc, double Score)> Run(LanguageIndex index, QueryPlan plan, int count, bool exhaustive) =>
        index.Count == 0 || plan.Exact.Length == 0 || count <= 0
            ? []
            : Scratch.Use(scratch => Run(index, plan, count, exhaustive, scratch));

    private static List<(int Doc, double Score)> Run(LanguageIndex index, QueryPlan plan, int count, bool exhaustive, Scratch scratch)
    {
        var lists = BoundLists.Create(index, plan, scratch);
        using var scorer = new PassageScorer(index, plan, scratch);
        var best = new Best(count);
        if (exhaustive)
        {
            ReadAll(index, scorer, best);
        }
        else
        {
            Pruned(index, plan, scorer, scratch, lists, best, count);
        }

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
            {
                best.Add(doc, score);
            }
        }
    }

    private static void Pruned(
        LanguageIndex index,
        QueryPlan plan,
        PassageScorer scorer,
        Scratch scratch,
        List<BoundList> lists,
        Best best,
        int count
    )
    {
        using var characters = new CharacterBound(index, plan, scratch);
        var cursors = lists.ConvertAll(list => list.Lists.Start(list.Term)).ToArray();
        var left = 0;
        for (var first = 0; first < index.Count; first += Scratch.Range)
        {
            var sums = scratch.Sums.AsSpan(0, Math.Min(Scratch.Range, index.Count - first));
            sums.Clear();
            AddPhrasings(index, plan, sums, first);
            var next = 0;
            for (; next < lists.Count && lists[next].Codes is null; next++)
            {
                cursors[next] = lists[next].Lists.Add(cursors[next], scratch.Table(lists[next].Table), sums, first);
            }

            var unread = lists.Skip(next).Sum(list => list.Most) + (float)characters.Most;
            var read = (long)(lists.Count - next) * sums.Length > SeedCost ? SeedCost : 0;
            while (next < lists.Count && !AreFew(sums, (float)best.Least - Slack - unread))
            {
                if (read >= SeedCost)
                {
                    Seed(sums, first, scorer, best, Math.Max(count, Seeds));
                    read = 0;
                    continue;
                }

                for (; next < lists.Count && read < SeedCost; next++)
                {
                    PostingLists.Add(lists[next].Codes!, scratch.Table(lists[next].Table), sums, first);
                    unread -= lists[next].Most;
                    read += sums.Length;
                }
            }

            if (!best.IsFull)
            {
                Seed(sums, first, scorer, best, Math.Max(count, Seeds));
            }

            var from = left;
            left = Collect(sums, first, left, (float)best.Least - Slack - unread, scratch);
            for (; next < lists.Count; next++)
            {
                unread -= lists[next].Most;
                left = LookUp(
                    lists[next].Codes!,
                    from,
                    left,
                    (float)best.Least - Slack - unread,
                    scratch.Table(lists[next].Table),
                    scratch
                );
            }
        }

        ReadLeft(scorer, characters, left, best, scratch);
    }

    /// <summary>Reads the passages that are left, the one that can score most first, until none can come among the first.</summary>
    private static void ReadLeft(PassageScorer scorer, CharacterBound characters, int left, Best best, Scratch scratch)
    {
        var (least, kept) = (best.Least - Slack, 0);
        for (var i = 0; i < left; i++)
        {
            var (doc, sum) = (scratch.Left[i], scratch.LeftMost[i]);
            if (characters.Most > 0 && sum + characters.Most >= least)
            {
                sum += (float)characters.Of(doc);
            }

            (scratch.Left[kept], scratch.LeftMost[kept]) = (doc, sum);
            kept += sum >= least ? 1 : 0;
        }

        var most = scratch.LeftMost.AsSpan(0, kept);
        var docs = scratch.Left.AsSpan(0, kept);
        most.Sort(docs);
        for (var i = kept - 1; i >= 0 && most[i] + Slack >= best.Least; i--)
        {
            if (scorer.Score(docs[i], best.Least - Slack) is var score and > 0)
            {
                best.Add(docs[i], score);
            }
        }
    }

    private static void AddPhrasings(LanguageIndex index, QueryPlan plan, Span<float> sums, int first)
    {
        for (var c = 0; c < plan.Phrasings.Length; c++)
        {
            var share = (float)(plan.Weights.Phrasings * plan.Phrasings[c] / plan.Total);
            foreach (var doc in share > 0 ? index.Classifier!.Passages[c] : [])
            {
                if ((uint)(doc - first) < (uint)sums.Length)
                {
                    sums[doc - first] += share;
                }
            }
        }
    }

    /// <summary>Reads the passages of the highest sums and marks them as read.</summary>
    private static void Seed(Span<float> sums, int first, PassageScorer scorer, Best best, int count)
    {
        var seeds = new Best(count);
        for (
            var doc = NextAbove(sums, 0, float.Epsilon);
            doc < sums.Length;
            doc = NextAbove(sums, doc + 1, Math.Max(float.Epsilon, (float)seeds.Least))
        )
        {
            seeds.Add(doc, sums[doc]);
        }

        foreach (var (doc, _) in seeds.Sorted())
        {
            if (scorer.Score(first + doc, best.Least - Slack) is var score and > 0)
            {
                best.Add(first + doc, score);
            }

            sums[doc] = float.NegativeInfinity;
        }
    }

    /// <summary>Whether few passages of a range can still come among the first.</summary>
    private static bool AreFew(ReadOnlySpan<float> sums, float least)
    {
        if (least <= 0)
        {
            return false;
        }

        var (wanted, hits) = (new Vector<float>(least), Vector<int>.Zero);
        foreach (var vector in MemoryMarshal.Cast<float, Vector<float>>(sums))
        {
            hits -= Vector.GreaterThanOrEqual(vector, wanted);
        }

        var open = Vector.Sum(hits);
        foreach (var sum in sums[^(sums.Length % Vector<float>.Count)..])
        {
            open += sum >= least ? 1 : 0;
        }

        return open <= sums.Length / FewFrom;
    }

    /// <summary>Adds to those left the passages of a range that share anything with the question and can come among the first.</summary>
    private static int Collect(ReadOnlySpan<float> sums, int first, int left, float least, Scratch scratch)
    {
        least = Math.Max(least, float.Epsilon);
        scratch.PrepareLeft(left + sums.Length);
        var (docs, most) = (scratch.Left, scratch.LeftMost);
        for (var doc = NextAbove(sums, 0, least); doc < sums.Length; doc = NextAbove(sums, doc + 1, least))
        {
            // Where one is, others are near.
            for (var end = Math.Min(sums.Length, doc + Vector<float>.Count); doc < end; doc++)
            {
                (docs[left], most[left]) = (first + doc, sums[doc]);
                left += sums[doc] >= least ? 1 : 0;
            }

            doc--;
        }

        return left;
    }

    /// <summary>
    /// Adds a common term to the passages that are left from a place on, and keeps those that can still come among the first.
    /// </summary>
    private static int LookUp(byte[] codes, int from, int left, float least, ReadOnlySpan<float> table, Scratch scratch)
    {
        var docs = scratch.Left.AsSpan(0, left);
        var most = scratch.LeftMost.AsSpan(0, left);
        var kept = from;
        for (var i = from; i < docs.Length; i++)
        {
            var sum = most[i] + table[codes[docs[i]]];
            (docs[kept], most[kept]) = (docs[i], sum);
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
            {
                return from;
            }

            from++;
        }

        return sums.Length;
    }
}
