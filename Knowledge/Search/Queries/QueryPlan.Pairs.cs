using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Indexing;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>The pairs of words and the character n-grams of a question.</summary>
internal sealed partial class QueryPlan
{
    private static List<FoundPair> FindPairs(
        LanguageIndex index,
        IReadOnlyList<QueryWord> words,
        Dictionary<string, int> exactOrder,
        Dictionary<string, int> looseOrder
    )
    {
        var pairs = new List<FoundPair>();
        var seen = new HashSet<(int, int)>();
        var looseSeen = new Dictionary<(int, int), int>();
        for (var i = 1; i < words.Count; i++)
        {
            var (a, b) = (words[i - 1], words[i]);
            if (!b.FollowsPrevious || a.Weight + b.Weight <= 0)
            {
                continue;
            }

            var first = exactOrder.GetValueOrDefault(a.Exact, -1);
            var second = exactOrder.GetValueOrDefault(b.Exact, -1);
            if (first < 0 || second < 0 || pairs.Count == MaxPairs || !seen.Add((first, second)))
            {
                continue;
            }

            var loose = (First: looseOrder.GetValueOrDefault(a.Loose, -1), Second: looseOrder.GetValueOrDefault(b.Loose, -1));
            looseSeen.TryAdd(loose, pairs.Count);
            var (looseA, looseB) = (index.Vocabulary.FindLoose(a.Loose), index.Vocabulary.FindLoose(b.Loose));
            var title = index.TitlePairs.Find(index.Vocabulary.FindExact(a.Exact), index.Vocabulary.FindExact(b.Exact));
            pairs.Add(
                new FoundPair(
                    looseA < 0 || looseB < 0 || loose.First < 0 || loose.Second < 0 ? -1 : index.Pairs.Find(looseA, looseB),
                    first,
                    second,
                    loose.First,
                    loose.Second,
                    looseSeen[loose],
                    (a.Weight + b.Weight) / 2,
                    title < 0 ? 0 : index.TitlePairs.Counts[title],
                    b.FromGlossary
                )
            );
        }

        return pairs;
    }

    /// <summary>A syllable has about as many.</summary>
    private const int GramsPerWord = 8;

    /// <summary>
    /// Character n-grams. Vietnamese syllables are not inflected and the decoder has corrected their spelling, so their n-grams would only
    /// add noise: they count in the question's total idf, but only the n-grams of names, loan words and English words are looked up.
    /// </summary>
    private static List<(string Text, int Id, double Weight, bool IsInflected)> FindGrams(
        LanguageIndex index,
        IReadOnlyList<QueryWord> words
    )
    {
        if (index.Grams is not { } table)
        {
            return [];
        }

        var indexByGram = new Dictionary<(ulong Gram, bool IsInflected), int>(GramsPerWord * words.Count);
        var grams = new List<(string Text, int Id, double Weight, bool IsInflected)>(GramsPerWord * words.Count);
        var wordGrams = new List<ulong>();
        foreach (var word in words.Take(MaxTerms).Where(word => word.Weight > 0 && !word.FromGlossary))
        {
            wordGrams.Clear();
            GramTable.AddGrams(word.Exact, wordGrams);
            var isInflected = index.Vocabulary.Lang == Lang.En || !VietnameseSyllables.IsPossible(word.Loose);
            foreach (var gram in wordGrams)
            {
                if (indexByGram.TryAdd((gram, isInflected), grams.Count))
                {
                    grams.Add((isInflected ? GramTable.ToText(gram) : "", table.Find(gram), word.Weight, isInflected));
                }
                else if (grams[indexByGram[(gram, isInflected)]] is var known && known.Weight < word.Weight)
                {
                    grams[indexByGram[(gram, isInflected)]] = known with { Weight = word.Weight };
                }
            }
        }

        return grams;
    }

    /// <summary>A pair of the question with what the index knows about it.</summary>
    /// <param name="TitleCount">The number of titles that contain the pair.</param>
    private readonly record struct FoundPair(
        int Id,
        int First,
        int Second,
        int LooseFirst,
        int LooseSecond,
        int LoosePair,
        double Weight,
        int TitleCount,
        bool FromGlossary
    );
}
