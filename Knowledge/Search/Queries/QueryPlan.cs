using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Learning;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>
/// A question prepared for one index: the terms of each retriever with their idf. Contributions are divided by the question's total idf and
/// by the total weight of its retrievers, so that scores of different questions can be compared.
/// </summary>
internal sealed partial class QueryPlan
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
        var vocabulary = index.Vocabulary;
        var (exactIds, exactIdf, titleIdf) = (new int[exact.Count], new double[exact.Count], new double[exact.Count]);
        double exactTotalIdf = 0,
            titleTotalIdf = 0;
        for (var i = 0; i < exactIds.Length; i++)
        {
            var (text, weight, fromGlossary) = exact[i];
            var id = exactIds[i] = vocabulary.FindExact(text);
            exactIdf[i] = weight * ComputeIdf(passageCount, id < 0 ? 0 : index.ExactPostings.GetDocumentFrequency(id));
            titleIdf[i] = weight * ComputeIdf(passageCount, id < 0 ? 0 : index.TitleDocumentFrequencies[id]);
            exactTotalIdf += fromGlossary ? 0 : exactIdf[i];
            titleTotalIdf += fromGlossary ? 0 : titleIdf[i];
        }

        var (looseIds, looseIdf, looseTotalIdf) = (new int[loose.Count], new double[loose.Count], 0.0);
        for (var i = 0; i < looseIds.Length; i++)
        {
            var (text, weight, fromGlossary) = loose[i];
            var id = looseIds[i] = vocabulary.FindLoose(text);
            looseIdf[i] = weight * ComputeIdf(passageCount, id < 0 ? 0 : index.LooseDocumentFrequencies[id]);
            looseTotalIdf += fromGlossary ? 0 : looseIdf[i];
        }

        var pairs = FindPairs(index, words, exactOrder, looseOrder);
        var (pairIdf, titlePairIdf) = (new double[pairs.Count], new double[pairs.Count]);
        double pairTotalIdf = 0,
            titlePairTotalIdf = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            var pair = pairs[i];
            pairIdf[i] = pair.Weight * ComputeIdf(passageCount, pair.Id < 0 ? 0 : index.Pairs.Postings!.GetDocumentFrequency(pair.Id));
            titlePairIdf[i] = pair.Weight * ComputeIdf(passageCount, pair.TitleCount);
            pairTotalIdf += pair.FromGlossary ? 0 : pairIdf[i];
            titlePairTotalIdf += pair.FromGlossary ? 0 : titlePairIdf[i];
        }

        var grams = FindGrams(index, words);
        var (gramIdf, gramTotalIdf, inflectedCount) = (new double[grams.Count], 0.0, 0);
        for (var i = 0; i < grams.Count; i++)
        {
            var (_, id, weight, isInflected) = grams[i];
            gramIdf[i] = weight * ComputeIdf(passageCount, id < 0 ? 0 : index.Grams!.GetDocumentFrequency(id));
            gramTotalIdf += gramIdf[i];
            inflectedCount += isInflected ? 1 : 0;
        }

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
        var plannedPairs = new PlannedPair[pairs.Count];
        for (var i = 0; i < plannedPairs.Length; i++)
        {
            var p = pairs[i];
            var unitScore = Normalize(pairIdf[i], pairTotalIdf, totalWeight);
            plannedPairs[i] = new(p.Id, p.First, p.Second, p.LooseFirst, p.LooseSecond, p.LoosePair, pairIdf[i], unitScore);
        }

        var (plannedGrams, next) = (new PlannedTerm[inflectedCount], 0);
        for (var i = 0; i < grams.Count; i++)
        {
            if (grams[i].IsInflected)
            {
                plannedGrams[next++] = new(grams[i].Text, grams[i].Id, gramIdf[i], Normalize(gramIdf[i], gramTotalIdf, totalWeight));
            }
        }

        return new QueryPlan
        {
            Weights = weights,
            TotalWeight = Math.Max(totalWeight, 1e-9),
            PhrasingScores = phrasings,
            ExactTerms = PlanTerms(exact, exactIds, exactIdf, exactTotalIdf, totalWeight),
            LooseTerms = PlanTerms(loose, looseIds, looseIdf, looseTotalIdf, totalWeight),
            Pairs = plannedPairs,
            Grams = plannedGrams,
            ExactIds = exactIds,
            LooseIds = looseIds,
            TitleUnitScores = Array.ConvertAll(titleIdf, idf => hasTitles ? Normalize(idf, titleTotalIdf, totalWeight) : 0),
            TitlePairUnitScores = Array.ConvertAll(titlePairIdf, idf => hasTitles ? Normalize(idf, titlePairTotalIdf, totalWeight) : 0),
        };
    }

    private static PlannedTerm[] PlanTerms(
        List<(string Text, double Weight, bool FromGlossary)> terms,
        int[] ids,
        double[] idf,
        double totalIdf,
        double totalWeight
    )
    {
        var planned = new PlannedTerm[terms.Count];
        for (var i = 0; i < planned.Length; i++)
        {
            planned[i] = new(terms[i].Text, ids[i], idf[i], Normalize(idf[i], totalIdf, totalWeight));
        }

        return planned;
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
}
