using System.Numerics;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>
/// Counts the matches of one question in one passage after another, in one pass over a passage's words: terms, pairs and character n-grams,
/// with their positions. Each word is resolved once for a question and then cached.
/// </summary>
internal sealed class MatchCounter : IDisposable
{
    private const int PairTableSide = QueryPlan.MaxTerms + 1;
    private readonly LanguageIndex index;
    private readonly QueryPlan plan;
    private readonly SearchBuffers scratch;

    /// <summary>
    /// Whether words are resolved when they first occur, because any word can contain an n-gram of the question. Without n-grams all
    /// relevant words are known in advance.
    /// </summary>
    private readonly bool resolvesLazily;

    public MatchCounter(LanguageIndex index, QueryPlan plan, SearchBuffers scratch)
    {
        (this.index, this.plan, this.scratch) = (index, plan, scratch);
        scratch.Words.Clear();
        scratch.Words.Add(default);
        scratch.Words.Add(default);
        for (var i = 0; i < plan.Grams.Length; i++)
        {
            if (plan.Grams[i].Id >= 0)
            {
                scratch.GramIndexes[plan.Grams[i].Id] = (ushort)(i + 1);
            }
        }

        resolvesLazily = plan.Grams.Length > 0;
        if (!resolvesLazily)
        {
            ResolveAll();
        }

        for (var i = 0; i < plan.Pairs.Length; i++)
        {
            scratch.ExactPairs[((plan.Pairs[i].First + 1) * PairTableSide) + plan.Pairs[i].Second + 1] = (byte)(i + 1);
            if (plan.Pairs[i].Id >= 0)
            {
                scratch.LoosePairs[((plan.Pairs[i].LooseFirst + 1) * PairTableSide) + plan.Pairs[i].LooseSecond + 1] = (byte)(
                    plan.Pairs[i].LoosePair + 1
                );
            }
        }
    }

    /// <summary>The number of matches of exact terms in the passage.</summary>
    public int WordHitCount { get; private set; }

    public int PairHitCount { get; private set; }

    public int Length { get; private set; }

    public void Dispose()
    {
        foreach (var word in scratch.ResolvedWords)
        {
            scratch.WordIndexes[word] = 0;
        }

        scratch.ResolvedWords.Clear();
        scratch.Grams.Clear();
        foreach (var gram in plan.Grams)
        {
            if (gram.Id >= 0)
            {
                scratch.GramIndexes[gram.Id] = 0;
            }
        }

        foreach (var pair in plan.Pairs)
        {
            scratch.ExactPairs[((pair.First + 1) * PairTableSide) + pair.Second + 1] = 0;
            scratch.LoosePairs[((pair.LooseFirst + 1) * PairTableSide) + pair.LooseSecond + 1] = 0;
        }
    }

    /// <summary>Counts into the scratch arrays; call <see cref="Clear"/> before the next passage.</summary>
    public void Count(int doc)
    {
        if (index.Tokens.HasShortIds)
        {
            Count(index.Tokens.GetShortIds(doc), index.TitleLengths[doc]);
        }
        else
        {
            Count(index.Tokens.GetLongIds(doc), index.TitleLengths[doc]);
        }
    }

    public void Clear()
    {
        var terms = Math.Max(plan.ExactTerms.Length, plan.LooseTerms.Length);
        scratch.ExactCounts.AsSpan(0, terms).Clear();
        scratch.TitleCounts.AsSpan(0, terms).Clear();
        scratch.LooseCounts.AsSpan(0, terms).Clear();
        scratch.PairCounts.AsSpan(0, plan.Pairs.Length).Clear();
        scratch.TitlePairCounts.AsSpan(0, plan.Pairs.Length).Clear();
        scratch.LoosePairCounts.AsSpan(0, plan.Pairs.Length).Clear();
        scratch.GramCounts.AsSpan(0, plan.Grams.Length).Clear();
    }

    private void Count<T>(ReadOnlySpan<T> tokens, int titleLength)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (wordIndexes, wordHits, pairHits) = (scratch.WordIndexes, scratch.WordHits, scratch.PairHits);
        var (exactCounts, looseCounts, titleCounts) = (scratch.ExactCounts, scratch.LooseCounts, scratch.TitleCounts);
        var (exactPairs, loosePairs) = (scratch.ExactPairs, scratch.LoosePairs);
        var (pairCounts, titlePairCounts, loosePairCounts) = (scratch.PairCounts, scratch.TitlePairCounts, scratch.LoosePairCounts);
        var words = CollectionsMarshal.AsSpan(scratch.Words);
        int wordHitCount = 0,
            pairHitCount = 0,
            previousExact = 0,
            previousLoose = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = int.CreateTruncating(tokens[i]);
            var wordIndex = wordIndexes[token];
            if (wordIndex <= 1)
            {
                if (wordIndex == 0 && resolvesLazily)
                {
                    wordIndex = Resolve(token);
                    words = CollectionsMarshal.AsSpan(scratch.Words);
                }

                if (wordIndex <= 1)
                {
                    previousExact = previousLoose = 0;
                    continue;
                }
            }

            ref readonly var word = ref words[wordIndex];
            if (word.EndGram > word.FirstGram)
            {
                foreach (var gram in CollectionsMarshal.AsSpan(scratch.Grams)[word.FirstGram..word.EndGram])
                {
                    scratch.GramCounts[gram]++;
                }
            }

            int loose = word.Loose,
                exact = word.Exact;
            if (loose > 0)
            {
                looseCounts[loose - 1]++;
                if (previousLoose > 0 && loosePairs[(previousLoose * PairTableSide) + loose] is var loosePair and > 0)
                {
                    loosePairCounts[loosePair - 1]++;
                }
            }

            if (exact > 0)
            {
                var inTitle = i < titleLength ? 1 : 0;
                wordHits[wordHitCount++] = new(i, exact - 1);
                exactCounts[exact - 1]++;
                titleCounts[exact - 1] += inTitle;
                if (previousExact > 0 && exactPairs[(previousExact * PairTableSide) + exact] is var pair and > 0)
                {
                    pairHits[pairHitCount++] = new(i - 1, pair - 1);
                    pairCounts[pair - 1]++;
                    titlePairCounts[pair - 1] += inTitle;
                }
            }

            (previousExact, previousLoose) = (exact, loose);
        }

        (WordHitCount, PairHitCount, Length) = (wordHitCount, pairHitCount, tokens.Length);
    }

    private void ResolveAll()
    {
        foreach (var id in plan.ExactIds)
        {
            if (id >= 0 && scratch.WordIndexes[id] == 0)
            {
                Resolve(id);
            }
        }

        foreach (var loose in plan.LooseIds)
        {
            foreach (var id in loose < 0 ? [] : index.Vocabulary.GetMembers(loose))
            {
                if (scratch.WordIndexes[id] == 0)
                {
                    Resolve(id);
                }
            }
        }
    }

    private int Resolve(int word)
    {
        var exact = plan.FindExactIndex(word);
        var loose = plan.FindLooseIndex(index.Vocabulary.GetLooseId(word));
        var firstGram = scratch.Grams.Count;
        foreach (var gram in index.Grams is { } grams && plan.Grams.Length > 0 ? grams.GetGrams(word) : [])
        {
            if (scratch.GramIndexes[gram] is var gramIndex and > 0)
            {
                scratch.Grams.Add((ushort)(gramIndex - 1));
            }
        }

        scratch.ResolvedWords.Add(word);
        if (exact < 0 && loose < 0 && scratch.Grams.Count == firstGram)
        {
            return scratch.WordIndexes[word] = 1;
        }

        scratch.Words.Add(new((byte)(exact + 1), (byte)(loose + 1), firstGram, scratch.Grams.Count));
        return scratch.WordIndexes[word] = scratch.Words.Count - 1;
    }
}
