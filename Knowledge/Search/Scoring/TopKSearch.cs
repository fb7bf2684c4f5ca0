using System.Numerics;
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
    private const float RoundingSlack = 1e-4f;

    /// <summary>The number of passages that are scored early to raise the threshold.</summary>
    private const int SeedCount = 24;

    /// <summary>The number of additions that cost more than scoring the seeds.</summary>
    private const int MaxAdditionsBeforeSeeding = 300_000;

    public static List<(int Doc, double Score)> Run(LanguageIndex index, QueryPlan plan, int count, bool exhaustive) =>
        index.PassageCount == 0 || plan.ExactTerms.Length == 0 || count <= 0
            ? []
            : SearchBuffers.Run(scratch => Run(index, plan, count, exhaustive, scratch));

    private static List<(int Doc, double Score)> Run(LanguageIndex index, QueryPlan plan, int count, bool exhaustive, SearchBuffers scratch)
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

        return best.ToSortedList();
    }

    private static void ScoreAll(LanguageIndex index, PassageScorer scorer, TopPassages best)
    {
        for (var doc = 0; doc < index.PassageCount; doc++)
        {
            if (scorer.ComputeScore(doc, best.MinScore - RoundingSlack) is var score and > 0)
            {
                best.Add(doc, score);
            }
        }
    }

    private static void SearchPruned(
        LanguageIndex index,
        QueryPlan plan,
        PassageScorer scorer,
        SearchBuffers scratch,
        List<TermBound> lists,
        TopPassages best,
        int count
    )
    {
        using var characters = new CharacterBound(index, plan, scratch);
        var cursors = lists.ConvertAll(list => list.Lists.CreateCursor(list.Term)).ToArray();
        var candidateCount = 0;
        for (var firstDoc = 0; firstDoc < index.PassageCount; firstDoc += SearchBuffers.RangeSize)
        {
            var sums = scratch.Sums.AsSpan(0, Math.Min(SearchBuffers.RangeSize, index.PassageCount - firstDoc));
            sums.Clear();
            AddPhrasings(index, plan, sums, firstDoc);
            var next = 0;
            for (; next < lists.Count && lists[next].Codes is null; next++)
            {
                cursors[next] = lists[next].Lists.AddScores(cursors[next], scratch.GetTable(lists[next].TableOffset), sums, firstDoc);
            }

            var unreadBound = lists.Skip(next).Sum(list => list.MaxShare) + (float)characters.MaxBound;
            var additions = (long)(lists.Count - next) * sums.Length > MaxAdditionsBeforeSeeding ? MaxAdditionsBeforeSeeding : 0;
            while (next < lists.Count && !SumScan.AreFewCandidates(sums, (float)best.MinScore - RoundingSlack - unreadBound))
            {
                if (additions >= MaxAdditionsBeforeSeeding)
                {
                    ScoreSeeds(sums, firstDoc, scorer, best, Math.Max(count, SeedCount));
                    additions = 0;
                    continue;
                }

                for (; next < lists.Count && additions < MaxAdditionsBeforeSeeding; next++)
                {
                    PostingLists.AddScores(lists[next].Codes!, scratch.GetTable(lists[next].TableOffset), sums, firstDoc);
                    unreadBound -= lists[next].MaxShare;
                    additions += sums.Length;
                }
            }

            if (!best.IsFull)
            {
                ScoreSeeds(sums, firstDoc, scorer, best, Math.Max(count, SeedCount));
            }

            var start = candidateCount;
            candidateCount = CollectCandidates(sums, firstDoc, candidateCount, (float)best.MinScore - RoundingSlack - unreadBound, scratch);
            for (; next < lists.Count; next++)
            {
                unreadBound -= lists[next].MaxShare;
                candidateCount = AddCommonTermBounds(
                    lists[next].Codes!,
                    start,
                    candidateCount,
                    (float)best.MinScore - RoundingSlack - unreadBound,
                    scratch.GetTable(lists[next].TableOffset),
                    scratch
                );
            }
        }

        ScoreCandidates(scorer, characters, candidateCount, best, scratch);
    }

    /// <summary>Scores the candidates by descending bound until no other can reach the top k.</summary>
    private static void ScoreCandidates(
        PassageScorer scorer,
        CharacterBound characters,
        int candidateCount,
        TopPassages best,
        SearchBuffers scratch
    )
    {
        var (threshold, keptCount) = (best.MinScore - RoundingSlack, 0);
        for (var i = 0; i < candidateCount; i++)
        {
            var (doc, sum) = (scratch.Candidates[i], scratch.CandidateBounds[i]);
            if (characters.MaxBound > 0 && sum + characters.MaxBound >= threshold)
            {
                sum += (float)characters.GetBound(doc);
            }

            (scratch.Candidates[keptCount], scratch.CandidateBounds[keptCount]) = (doc, sum);
            keptCount += sum >= threshold ? 1 : 0;
        }

        var bounds = scratch.CandidateBounds.AsSpan(0, keptCount);
        var docs = scratch.Candidates.AsSpan(0, keptCount);
        bounds.Sort(docs);
        for (var i = keptCount - 1; i >= 0 && bounds[i] + RoundingSlack >= best.MinScore; i--)
        {
            if (scorer.ComputeScore(docs[i], best.MinScore - RoundingSlack) is var score and > 0)
            {
                best.Add(docs[i], score);
            }
        }
    }

    private static void AddPhrasings(LanguageIndex index, QueryPlan plan, Span<float> sums, int firstDoc)
    {
        for (var c = 0; c < plan.PhrasingScores.Length; c++)
        {
            var share = (float)(plan.Weights.Phrasings * plan.PhrasingScores[c] / plan.TotalWeight);
            foreach (var doc in share > 0 ? index.Classifier!.Passages[c] : [])
            {
                if ((uint)(doc - firstDoc) < (uint)sums.Length)
                {
                    sums[doc - firstDoc] += share;
                }
            }
        }
    }

    /// <summary>Scores the passages with the highest sums and marks them as scored.</summary>
    private static void ScoreSeeds(Span<float> sums, int firstDoc, PassageScorer scorer, TopPassages best, int count)
    {
        var seeds = new TopPassages(count);
        for (
            var doc = SumScan.FindNextAtLeast(sums, 0, float.Epsilon);
            doc < sums.Length;
            doc = SumScan.FindNextAtLeast(sums, doc + 1, Math.Max(float.Epsilon, (float)seeds.MinScore))
        )
        {
            seeds.Add(doc, sums[doc]);
        }

        foreach (var (doc, _) in seeds.ToSortedList())
        {
            if (scorer.ComputeScore(firstDoc + doc, best.MinScore - RoundingSlack) is var score and > 0)
            {
                best.Add(firstDoc + doc, score);
            }

            sums[doc] = float.NegativeInfinity;
        }
    }

    /// <summary>Adds the passages of a range that can reach the top k to the candidates.</summary>
    private static int CollectCandidates(ReadOnlySpan<float> sums, int firstDoc, int candidateCount, float threshold, SearchBuffers scratch)
    {
        threshold = Math.Max(threshold, float.Epsilon);
        scratch.EnsureCandidates(candidateCount + sums.Length);
        var (docs, bounds) = (scratch.Candidates, scratch.CandidateBounds);
        for (
            var doc = SumScan.FindNextAtLeast(sums, 0, threshold);
            doc < sums.Length;
            doc = SumScan.FindNextAtLeast(sums, doc + 1, threshold)
        )
        {
            // Candidates tend to be close together, so the next ones are checked one by one.
            for (var end = Math.Min(sums.Length, doc + Vector<float>.Count); doc < end; doc++)
            {
                (docs[candidateCount], bounds[candidateCount]) = (firstDoc + doc, sums[doc]);
                candidateCount += sums[doc] >= threshold ? 1 : 0;
            }

            doc--;
        }

        return candidateCount;
    }

    /// <summary>
    /// Adds the bound of a common term to the candidates from an index on, and keeps those that can still reach the top k.
    /// </summary>
    private static int AddCommonTermBounds(
        byte[] codes,
        int start,
        int candidateCount,
        float threshold,
        ReadOnlySpan<float> table,
        SearchBuffers scratch
    )
    {
        var docs = scratch.Candidates.AsSpan(0, candidateCount);
        var bounds = scratch.CandidateBounds.AsSpan(0, candidateCount);
        var keptCount = start;
        for (var i = start; i < docs.Length; i++)
        {
            var sum = bounds[i] + table[codes[docs[i]]];
            (docs[keptCount], bounds[keptCount]) = (docs[i], sum);
            keptCount += sum >= threshold ? 1 : 0;
        }

        return keptCount;
    }
}
