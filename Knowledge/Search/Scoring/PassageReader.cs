using System.Numerics;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>
/// Counts the terms, pairs and character runs of a question in one passage after another, with their positions, in one pass over the words
/// of a passage. A word is looked up once for a question, however many passages contain it.
/// </summary>
internal sealed class PassageReader : IDisposable
{
    private const int Side = QueryPlan.MaxTerms + 1;
    private readonly LanguageIndex index;
    private readonly QueryPlan plan;
    private readonly Scratch scratch;

    /// <summary>
    /// Whether words are looked up when they first occur, because any word may contain a character run of the question. Otherwise
    /// all relevant words are known beforehand.
    /// </summary>
    private readonly bool lazy;

    public PassageReader(LanguageIndex index, QueryPlan plan, Scratch scratch)
    {
        (this.index, this.plan, this.scratch) = (index, plan, scratch);
        scratch.Words.Clear();
        scratch.Words.Add(default);
        scratch.Words.Add(default);
        for (var i = 0; i < plan.Grams.Length; i++)
        {
            if (plan.Grams[i].Id >= 0)
            {
                scratch.GramOf[plan.Grams[i].Id] = (ushort)(i + 1);
            }
        }

        lazy = plan.Grams.Length > 0;
        if (!lazy)
        {
            LookAtAll();
        }

        for (var i = 0; i < plan.Pairs.Length; i++)
        {
            scratch.ExactPairs[((plan.Pairs[i].First + 1) * Side) + plan.Pairs[i].Second + 1] = (byte)(i + 1);
            if (plan.Pairs[i].Id >= 0)
            {
                scratch.LoosePairs[((plan.Pairs[i].LooseFirst + 1) * Side) + plan.Pairs[i].LooseSecond + 1] = (byte)(
                    plan.Pairs[i].LoosePair + 1
                );
            }
        }
    }

    /// <summary>The number of the question's words in the passage.</summary>
    public int Words { get; private set; }

    public int Pairs { get; private set; }

    public int Length { get; private set; }

    public void Dispose()
    {
        foreach (var word in scratch.Looked)
        {
            scratch.WordOf[word] = 0;
        }

        scratch.Looked.Clear();
        scratch.Grams.Clear();
        foreach (var gram in plan.Grams)
        {
            if (gram.Id >= 0)
            {
                scratch.GramOf[gram.Id] = 0;
            }
        }

        foreach (var pair in plan.Pairs)
        {
            scratch.ExactPairs[((pair.First + 1) * Side) + pair.Second + 1] = 0;
            scratch.LoosePairs[((pair.LooseFirst + 1) * Side) + pair.LooseSecond + 1] = 0;
        }
    }

    /// <summary>Leaves the passage's counts in the scratch arrays; <see cref="Clear"/> before the next.</summary>
    public void Read(int doc)
    {
        if (index.Tokens.IsSmall)
        {
            Read(index.Tokens.Small(doc), index.TitleLengths[doc]);
        }
        else
        {
            Read(index.Tokens.Large(doc), index.TitleLengths[doc]);
        }
    }

    public void Clear()
    {
        var terms = Math.Max(plan.Exact.Length, plan.Loose.Length);
        scratch.ExactCounts.AsSpan(0, terms).Clear();
        scratch.TitleCounts.AsSpan(0, terms).Clear();
        scratch.LooseCounts.AsSpan(0, terms).Clear();
        scratch.PairCounts.AsSpan(0, plan.Pairs.Length).Clear();
        scratch.TitlePairCounts.AsSpan(0, plan.Pairs.Length).Clear();
        scratch.LoosePairCounts.AsSpan(0, plan.Pairs.Length).Clear();
        scratch.GramCounts.AsSpan(0, plan.Grams.Length).Clear();
    }

    private void Read<T>(ReadOnlySpan<T> tokens, int title)
        where T : unmanaged, IBinaryInteger<T>
    {
        var wordOf = scratch.WordOf;
        int words = 0,
            pairs = 0,
            exactBefore = 0,
            looseBefore = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = int.CreateTruncating(tokens[i]);
            var known = wordOf[token];
            if (known <= 1)
            {
                if (known == 0 && lazy)
                {
                    known = Look(token);
                }

                if (known <= 1)
                {
                    exactBefore = looseBefore = 0;
                    continue;
                }
            }

            ref readonly var word = ref CollectionsMarshal.AsSpan(scratch.Words)[known];
            foreach (var gram in CollectionsMarshal.AsSpan(scratch.Grams)[word.FirstGram..word.EndGram])
            {
                scratch.GramCounts[gram]++;
            }

            if (word.Loose > 0)
            {
                scratch.LooseCounts[word.Loose - 1]++;
                if (looseBefore > 0 && scratch.LoosePairs[(looseBefore * Side) + word.Loose] is var loosePair and > 0)
                {
                    scratch.LoosePairCounts[loosePair - 1]++;
                }
            }

            if (word.Exact > 0)
            {
                var inTitle = i < title ? 1 : 0;
                scratch.WordHits[words++] = new(i, word.Exact - 1);
                scratch.ExactCounts[word.Exact - 1]++;
                scratch.TitleCounts[word.Exact - 1] += inTitle;
                if (exactBefore > 0 && scratch.ExactPairs[(exactBefore * Side) + word.Exact] is var pair and > 0)
                {
                    scratch.PairHits[pairs++] = new(i - 1, pair - 1);
                    scratch.PairCounts[pair - 1]++;
                    scratch.TitlePairCounts[pair - 1] += inTitle;
                }
            }

            (exactBefore, looseBefore) = (word.Exact, word.Loose);
        }

        (Words, Pairs, Length) = (words, pairs, tokens.Length);
    }

    private void LookAtAll()
    {
        foreach (var id in plan.ExactIds)
        {
            if (id >= 0 && scratch.WordOf[id] == 0)
            {
                Look(id);
            }
        }

        foreach (var loose in plan.LooseIds)
        {
            foreach (var id in loose < 0 ? [] : index.Words.Members(loose))
            {
                if (scratch.WordOf[id] == 0)
                {
                    Look(id);
                }
            }
        }
    }

    private int Look(int word)
    {
        var exact = plan.ExactOf(word);
        var loose = plan.LooseOf(index.Words.LooseOf(word));
        var first = scratch.Grams.Count;
        foreach (var gram in index.Grams is { } grams && plan.Grams.Length > 0 ? grams.Of(word) : [])
        {
            if (scratch.GramOf[gram] is var asked and > 0)
            {
                scratch.Grams.Add((ushort)(asked - 1));
            }
        }

        scratch.Looked.Add(word);
        if (exact < 0 && loose < 0 && scratch.Grams.Count == first)
        {
            return scratch.WordOf[word] = 1;
        }

        scratch.Words.Add(new((byte)(exact + 1), (byte)(loose + 1), first, scratch.Grams.Count));
        return scratch.WordOf[word] = scratch.Words.Count - 1;
    }
}
