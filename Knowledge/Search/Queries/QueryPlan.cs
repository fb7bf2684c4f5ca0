using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Learning;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>
/// A question prepared for one index: the terms of each retriever with their idf. Contributions are divided by the question's total idf and
/// by the total weight of its retrievers, so that scores of different questions can be compared.
/// </summary>
internal sealed class QueryPlan
{
    /// <summary>Further words of a question are ignored.</summary>
    public const int MaxTerms = 64;

    /// <summary>Further pairs of a question are ignored.</summary>
    public const int MaxPairs = 200;

    public required PlannedTerm[] ExactTerms { get; init; }

    public required PlannedTerm[] LooseTerms { get; init; }

    public required PlannedTerm[] Grams { get; init; }

    public required PlannedPair[] Pairs { get; init; }

    /// <summary>The contribution of each exact term in the title, in the order of <see cref="ExactTerms"/>.</summary>
    public required double[] TitleUnitScores { get; init; }

    public required double[] TitlePairUnitScores { get; init; }

    /// <summary>The word ids of <see cref="ExactTerms"/>, for fast lookup.</summary>
    public required int[] ExactIds { get; init; }

    public required int[] LooseIds { get; init; }

    /// <summary>The classifier's score of each class; empty when the index has no classifier.</summary>
    public required float[] PhrasingScores { get; init; }

    public required FusionWeights Weights { get; init; }

    /// <summary>The sum of the weights of the retrievers that apply to this question.</summary>
    public required double TotalWeight { get; init; }

    public static QueryPlan Create(LanguageIndex index, IReadOnlyList<QueryWord> words, FusionWeights weights)
    {
        var exactOrder = new Dictionary<string, int>(StringComparer.Ordinal);
        var exact = new List<(string Text, double Weight, bool FromGlossary)>();
        var looseOrder = new Dictionary<string, int>(StringComparer.Ordinal);
        var loose = new List<(string Text, double Weight, bool FromGlossary)>();
        foreach (var word in words)
        {
            if (exactOrder.TryGetValue(word.Exact, out var exactIndex))
            {
                exact[exactIndex] = (
                    word.Exact,
                    Math.Max(exact[exactIndex].Weight, word.Weight),
                    exact[exactIndex].FromGlossary && word.FromGlossary
                );
            }
            else if (exact.Count < MaxTerms)
            {
                exactOrder[word.Exact] = exact.Count;
                exact.Add((word.Exact, word.Weight, word.FromGlossary));
            }
            else
            {
                continue;
            }

            if (looseOrder.TryGetValue(word.Loose, out var looseIndex))
            {
                loose[looseIndex] = (
                    word.Loose,
                    Math.Max(loose[looseIndex].Weight, word.Weight),
                    loose[looseIndex].FromGlossary && word.FromGlossary
                );
            }
            else if (loose.Count < MaxTerms)
            {
                looseOrder[word.Loose] = loose.Count;
                loose.Add((word.Loose, word.Weight, word.FromGlossary));
            }
        }

        var passageCount = index.PassageCount;
        var exactTerms = exact.Select(t => (t.Text, Id: index.Vocabulary.FindExact(t.Text), t.Weight, t.FromGlossary)).ToArray();
        var exactIdf = exactTerms
            .Select(t => t.Weight * ComputeIdf(passageCount, t.Id < 0 ? 0 : index.ExactPostings.GetDocumentFrequency(t.Id)))
            .ToArray();
        var titleIdf = exactTerms
            .Select(t => t.Weight * ComputeIdf(passageCount, t.Id < 0 ? 0 : index.TitleDocumentFrequencies[t.Id]))
            .ToArray();
        var looseTerms = loose.Select(t => (t.Text, Id: index.Vocabulary.FindLoose(t.Text), t.Weight, t.FromGlossary)).ToArray();
        var looseIdf = looseTerms
            .Select(t => t.Weight * ComputeIdf(passageCount, t.Id < 0 ? 0 : index.LooseDocumentFrequencies[t.Id]))
            .ToArray();
        var pairs = FindPairs(index, words, exactOrder, looseOrder);
        var pairIdf = pairs
            .Select(p => p.Weight * ComputeIdf(passageCount, p.Id < 0 ? 0 : index.Pairs.Postings!.GetDocumentFrequency(p.Id)))
            .ToArray();
        var titlePairIdf = pairs.Select(p => p.Weight * ComputeIdf(passageCount, p.TitleCount)).ToArray();
        var grams = FindGrams(index, words);
        var gramIdf = grams
            .Select(g => g.Weight * ComputeIdf(passageCount, g.Id < 0 ? 0 : index.Grams!.GetDocumentFrequency(g.Id)))
            .ToArray();
        var (exactTotalIdf, looseTotalIdf, pairTotalIdf, gramTotalIdf) = (
            exactIdf.Where((_, i) => !exactTerms[i].FromGlossary).Sum(),
            looseIdf.Where((_, i) => !looseTerms[i].FromGlossary).Sum(),
            pairIdf.Where((_, i) => !pairs[i].FromGlossary).Sum(),
            gramIdf.Sum()
        );
        var titleTotalIdf = titleIdf.Where((_, i) => !exactTerms[i].FromGlossary).Sum();
        var titlePairTotalIdf = titlePairIdf.Where((_, i) => !pairs[i].FromGlossary).Sum();
        var hasTitles = index.MeanTitleLength > 1;
        var phrasings = words.Count == 0 ? [] : index.Classifier?.Predict([.. words.Where(word => !word.FromGlossary)]) ?? [];
        var totalWeight =
            weights.ExactUnigram
            + weights.LooseUnigram
            + weights.Coverage
            + weights.Proximity
            + (pairTotalIdf > 0 ? weights.ExactBigram + weights.LooseBigram + weights.BigramCoverage : 0)
            + (gramTotalIdf > 0 ? weights.Characters : 0)
            + (phrasings.Length > 0 ? weights.Phrasings : 0)
            + (hasTitles ? weights.TitleUnigram + (pairTotalIdf > 0 ? weights.TitleBigram : 0) : 0);
        return new QueryPlan
        {
            Weights = weights,
            TotalWeight = Math.Max(totalWeight, 1e-9),
            PhrasingScores = phrasings,
            ExactTerms =
            [
                .. exactTerms.Select(
                    (t, i) => new PlannedTerm(t.Text, t.Id, exactIdf[i], Normalize(exactIdf[i], exactTotalIdf, totalWeight))
                ),
            ],
            LooseTerms =
            [
                .. looseTerms.Select(
                    (t, i) => new PlannedTerm(t.Text, t.Id, looseIdf[i], Normalize(looseIdf[i], looseTotalIdf, totalWeight))
                ),
            ],
            Pairs =
            [
                .. pairs.Select(
                    (p, i) =>
                        new PlannedPair(
                            p.Id,
                            p.First,
                            p.Second,
                            p.LooseFirst,
                            p.LooseSecond,
                            p.LoosePair,
                            pairIdf[i],
                            Normalize(pairIdf[i], pairTotalIdf, totalWeight)
                        )
                ),
            ],
            Grams =
            [
                .. grams
                    .Select((g, i) => new PlannedTerm(g.Text, g.Id, gramIdf[i], Normalize(gramIdf[i], gramTotalIdf, totalWeight)))
                    .Where((_, i) => grams[i].IsInflected),
            ],
            ExactIds = [.. exactTerms.Select(t => t.Id)],
            LooseIds = [.. looseTerms.Select(t => t.Id)],
            TitleUnitScores = [.. titleIdf.Select(idf => hasTitles ? Normalize(idf, titleTotalIdf, totalWeight) : 0)],
            TitlePairUnitScores = [.. titlePairIdf.Select(idf => hasTitles ? Normalize(idf, titlePairTotalIdf, totalWeight) : 0)],
        };
    }

    /// <summary>The index of a word among the exact terms, or -1.</summary>
    public int FindExactIndex(int word) => ExactIds.AsSpan().IndexOf(word);

    /// <summary>The index of a loose form among the loose terms, or -1.</summary>
    public int FindLooseIndex(int loose) => LooseIds.AsSpan().IndexOf(loose);

    /// <summary>The classifier's contribution to the score of a passage.</summary>
    public double GetPhrasingShare(PhrasingClassifier? classifier, int doc) =>
        PhrasingScores.Length > 0 && classifier!.FindClass(doc) is var c and >= 0 ? Weights.Phrasings * PhrasingScores[c] / TotalWeight : 0;

    /// <summary>Robertson and Spärck Jones' inverse document frequency, kept positive.</summary>
    private static double ComputeIdf(int docs, int count) => Math.Log(1 + ((docs - count + 0.5) / (count + 0.5)));

    private static double Normalize(double idf, double totalIdf, double totalWeight) =>
        totalIdf <= 0 || totalWeight <= 0 ? 0 : idf / totalIdf / totalWeight;

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
