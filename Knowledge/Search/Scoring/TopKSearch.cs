using System.Numerics;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>
/// Finds the k best passages of one language with dynamic pruning. The posting lists give an upper bound of each passage's score: the
/// lists of rare terms are read completely, those of common terms only while many passages can still reach the top k; for the remaining
/// candidates the codes of common terms are looked up. Passages are processed range by range, so that the sums stay in the processor's
/// cache. Then the candidates are scored in the order of their bounds until no other can reach the top k. The result is the same as
/// that of scoring every passage.
/// </summary>
internal static class TopKSearch
{
    /// <summary>Covers the rounding errors of single precision, so that a bound is never below the score.</summary>
    private const float Slack = 1e-4f;

    /// <summary>The number of passages that are scored early to raise the threshold.</summary>
    private const int Seeds = 24;

    /// <summary>The number of additions that cost more than scoring the seeds.</summary>
    private const int SeedCost = 300_000;

    /// <summary>
    /// When fewer than one passage in this many is still a candidate, the codes of common terms are looked up
    /// instead of reading their lists.
    /// </summary>
    private const int FewShare = 8;

    public static List<(int Doc, double Score)> Run(LanguageIndex index, QueryPlan plan, int count, bool exhaustive) =>
        index.PassageCount == 0 || plan.Exact.Length == 0 || count <= 0
            ? []
            : Scratch.Use(scratch => Run(index, plan, count, exhaustive, scratch));

    private static List<(int Doc, double Score)> Run(LanguageIndex index, QueryPlan plan, int count, bool exhaustive, Scratch scratch)
    {
        var lists = TermBounds.Create(index, plan, scratch);
        using var scorer = new PassageScorer(index, plan, scratch);
        var best = new TopPassages(count);
        if (exhaustive)
        {
            ScoreAll(index, scorer, best);
        }
        else
        {
            SearchPruned(index, plan, scorer, scratch, lists, best, count);
        }

        // No passage has a word in common with the question: compare spellings instead.
        if (best.IsEmpty && plan.Grams.Length > 0)
        {
            scorer.AllowCharacterOnlyMatches = true;
            ScoreAll(index, scorer, best);
        }

        return best.Sorted();
    }

    private static void ScoreAll(LanguageIndex index, PassageScorer scorer, TopPassages best)
    {
        for (var doc = 0; doc < index.PassageCount; doc++)
        {
            if (scorer.Score(doc, best.MinScore - Slack) is var score and > 0)
            {
                best.Add(doc, score);
            }
        }
    }

    private static void SearchPruned(
        LanguageIndex index,
        QueryPlan plan,
        PassageScorer scorer,
        Scratch scratch,
        List<TermBound> lists,
        TopPassages best,
        int count
    )
    {
        using var characters = new CharacterBound(index, plan, scratch);
        var cursors = lists.ConvertAll(list => list.Lists.CreateCursor(list.Term)).ToArray();
        var candidates = 0;
        for (var first = 0; first < index.PassageCount; first += Scratch.Range)
        {
            var sums = scratch.Sums.AsSpan(0, Math.Min(Scratch.Range, index.PassageCount - first));
            sums.Clear();
            AddPhrasings(index, plan, sums, first);
            var next = 0;
            for (; next < lists.Count && lists[next].Codes is null; next++)
            {
                cursors[next] = lists[next].Lists.AddScores(cursors[next], scratch.Table(lists[next].Table), sums, first);
            }

            var unreadBound = lists.Skip(next).Sum(list => list.MaxShare) + (float)characters.Max;
            var additions = (long)(lists.Count - next) * sums.Length > SeedCost ? SeedCost : 0;
            while (next < lists.Count && !AreFewCandidates(sums, (float)best.MinScore - Slack - unreadBound))
            {
                if (additions >= SeedCost)
                {
                    Seed(sums, first, scorer, best, Math.Max(count, Seeds));
                    additions = 0;
                    continue;
                }

                for (; next < lists.Count && additions < SeedCost; next++)
                {
                    PostingLists.AddScores(lists[next].Codes!, scratch.Table(lists[next].Table), sums, first);
                    unreadBound -= lists[next].MaxShare;
                    additions += sums.Length;
                }
            }

            if (!best.IsFull)
            {
                Seed(sums, first, scorer, best, Math.Max(count, Seeds));
            }

            var from = candidates;
            candidates = Collect(sums, first, candidates, (float)best.MinScore - Slack - unreadBound, scratch);
            for (; next < lists.Count; next++)
            {
                unreadBound -= lists[next].MaxShare;
                candidates = LookUp(
                    lists[next].Codes!,
                    from,
                    candidates,
                    (float)best.MinScore - Slack - unreadBound,
                    scratch.Table(lists[next].Table),
                    scratch
                );
            }
        }

        ScoreCandidates(scorer, characters, candidates, best, scratch);
    }

    /// <summary>Scores the candidates by descending bound until no other can reach the top k.</summary>
    private static void ScoreCandidates(PassageScorer scorer, CharacterBound characters, int candidates, TopPassages best, Scratch scratch)
    {
        var (threshold, kept) = (best.MinScore - Slack, 0);
        for (var i = 0; i < candidates; i++)
        {
            var (doc, sum) = (scratch.Candidates[i], scratch.CandidateBounds[i]);
            if (characters.Max > 0 && sum + characters.Max >= threshold)
            {
                sum += (float)characters.Of(doc);
            }

            (scratch.Candidates[kept], scratch.CandidateBounds[kept]) = (doc, sum);
            kept += sum >= threshold ? 1 : 0;
        }

        var bounds = scratch.CandidateBounds.AsSpan(0, kept);
        var docs = scratch.Candidates.AsSpan(0, kept);
        bounds.Sort(docs);
        for (var i = kept - 1; i >= 0 && bounds[i] + Slack >= best.MinScore; i--)
        {
            if (scorer.Score(docs[i], best.MinScore - Slack) is var score and > 0)
            {
                best.Add(docs[i], score);
            }
        }
    }

    private static void AddPhrasings(LanguageIndex index, QueryPlan plan, Span<float> sums, int first)
    {
        for (var c = 0; c < plan.Phrasings.Length; c++)
        {
            var share = (float)(plan.Weights.Phrasings * plan.Phrasings[c] / plan.TotalWeight);
            foreach (var doc in share > 0 ? index.Classifier!.Passages[c] : [])
            {
                if ((uint)(doc - first) < (uint)sums.Length)
                {
                    sums[doc - first] += share;
                }
            }
        }
    }

    /// <summary>Scores the passages with the highest sums and marks them as scored.</summary>
    private static void Seed(Span<float> sums, int first, PassageScorer scorer, TopPassages best, int count)
    {
        var seeds = new TopPassages(count);
        for (
            var doc = NextAbove(sums, 0, float.Epsilon);
            doc < sums.Length;
            doc = NextAbove(sums, doc + 1, Math.Max(float.Epsilon, (float)seeds.MinScore))
        )
        {
            seeds.Add(doc, sums[doc]);
        }

        foreach (var (doc, _) in seeds.Sorted())
        {
            if (scorer.Score(first + doc, best.MinScore - Slack) is var score and > 0)
            {
                best.Add(first + doc, score);
            }

            sums[doc] = float.NegativeInfinity;
        }
    }

    /// <summary>Whether only few passages of a range can still reach the top k.</summary>
    private static bool AreFewCandidates(ReadOnlySpan<float> sums, float threshold)
    {
        if (threshold <= 0)
        {
            return false;
        }

        var (thresholds, hits) = (new Vector<float>(threshold), Vector<int>.Zero);
        foreach (var vector in MemoryMarshal.Cast<float, Vector<float>>(sums))
        {
            hits -= Vector.GreaterThanOrEqual(vector, thresholds);
        }

        var open = Vector.Sum(hits);
        foreach (var sum in sums[^(sums.Length % Vector<float>.Count)..])
        {
            open += sum >= threshold ? 1 : 0;
        }

        return open <= sums.Length / FewShare;
    }

    /// <summary>Adds the passages of a range that can reach the top k to the candidates.</summary>
    private static int Collect(ReadOnlySpan<float> sums, int first, int candidates, float threshold, Scratch scratch)
    {
        threshold = Math.Max(threshold, float.Epsilon);
        scratch.EnsureCandidates(candidates + sums.Length);
        var (docs, bounds) = (scratch.Candidates, scratch.CandidateBounds);
        for (var doc = NextAbove(sums, 0, threshold); doc < sums.Length; doc = NextAbove(sums, doc + 1, threshold))
        {
            // Candidates tend to be close together, so the next ones are checked one by one.
            for (var end = Math.Min(sums.Length, doc + Vector<float>.Count); doc < end; doc++)
            {
                (docs[candidates], bounds[candidates]) = (first + doc, sums[doc]);
                candidates += sums[doc] >= threshold ? 1 : 0;
            }

            doc--;
        }

        return candidates;
    }

    /// <summary>
    /// Adds the bound of a common term to the candidates from an index on, and keeps those that can still reach the top k.
    /// </summary>
    private static int LookUp(byte[] codes, int from, int candidates, float threshold, ReadOnlySpan<float> table, Scratch scratch)
    {
        var docs = scratch.Candidates.AsSpan(0, candidates);
        var bounds = scratch.CandidateBounds.AsSpan(0, candidates);
        var kept = from;
        for (var i = from; i < docs.Length; i++)
        {
            var sum = bounds[i] + table[codes[docs[i]]];
            (docs[kept], bounds[kept]) = (docs[i], sum);
            kept += sum >= threshold ? 1 : 0;
        }

        return kept;
    }

    /// <summary>The first index, from a given one on, whose sum is at least the floor; the length when there is none.</summary>
    private static int NextAbove(ReadOnlySpan<float> sums, int from, float floor)
    {
        var thresholds = new Vector<float>(floor);
        while (from < sums.Length)
        {
            if (from + Vector<float>.Count <= sums.Length && !Vector.GreaterThanOrEqualAny(new Vector<float>(sums[from..]), thresholds))
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
