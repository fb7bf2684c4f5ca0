using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Learning;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>A query term of one channel, with the contribution of one full match to the fused score.</summary>
internal readonly record struct PlannedTerm(string Text, int Id, double Idf, double UnitScore);

/// <summary>A pair of adjacent words in the question.</summary>
/// <param name="Id">The id of the pair of loose forms; -1 when no passage contains it.</param>
/// <param name="First">The index of the first word among the exact terms.</param>
/// <param name="LooseFirst">The index of its loose form among the loose terms.</param>
/// <param name="LoosePair">The index of the first pair with the same loose forms.</param>
internal readonly record struct PlannedPair(
    string Text,
    int Id,
    int First,
    int Second,
    int LooseFirst,
    int LooseSecond,
    int LoosePair,
    double Idf,
    double UnitScore
);

/// <summary>
/// A question prepared for one index: the terms of each channel with their idf. Contributions are divided by the question's total idf and
/// by the total weight of its channels, so that scores of different questions can be compared.
/// </summary>
internal sealed class QueryPlan
{
    /// <summary>Further words of a question are ignored.</summary>
    public const int MaxTerms = 64;

    /// <summary>Further pairs of a question are ignored.</summary>
    public const int MaxPairs = 200;

    public required PlannedTerm[] Exact { get; init; }

    public required PlannedTerm[] Loose { get; init; }

    public required PlannedTerm[] Grams { get; init; }

    public required PlannedPair[] Pairs { get; init; }

    /// <summary>The contribution of each exact term in the title, in the order of <see cref="Exact"/>.</summary>
    public required double[] TitleUnitScores { get; init; }

    public required double[] TitlePairUnitScores { get; init; }

    /// <summary>The word ids of <see cref="Exact"/>, for fast lookup.</summary>
    public required int[] ExactIds { get; init; }

    public required int[] LooseIds { get; init; }

    /// <summary>The classifier's score of each class; empty when the index has no classifier.</summary>
    public required float[] Phrasings { get; init; }

    public required FusionWeights Weights { get; init; }

    /// <summary>The sum of the weights of the channels that apply to this question.</summary>
    public required double TotalWeight { get; init; }

    public static QueryPlan Create(LanguageIndex index, IReadOnlyList<QueryWord> words, FusionWeights w)
    {
        var exactOrder = new Dictionary<string, int>(StringComparer.Ordinal);
        var exact = new List<(string Text, double Weight, bool FromGlossary)>();
        var looseOrder = new Dictionary<string, int>(StringComparer.Ordinal);
        var loose = new List<(string Text, double Weight, bool FromGlossary)>();
        foreach (var word in words)
        {
            if (exactOrder.TryGetValue(word.Exact, out var known))
            {
                exact[known] = (word.Exact, Math.Max(exact[known].Weight, word.Weight), exact[known].FromGlossary && word.FromGlossary);
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

            if (looseOrder.TryGetValue(word.Loose, out var before))
            {
                loose[before] = (word.Loose, Math.Max(loose[before].Weight, word.Weight), loose[before].FromGlossary && word.FromGlossary);
            }
            else if (loose.Count < MaxTerms)
            {
                looseOrder[word.Loose] = loose.Count;
                loose.Add((word.Loose, word.Weight, word.FromGlossary));
            }
        }

        var n = index.PassageCount;
        var exactTerms = exact.Select(t => (t.Text, Id: index.Vocabulary.FindExact(t.Text), t.Weight, t.FromGlossary)).ToArray();
        var exactIdf = exactTerms.Select(t => t.Weight * Idf(n, t.Id < 0 ? 0 : index.ExactPostings.GetDocumentFrequency(t.Id))).ToArray();
        var titleIdf = exactTerms.Select(t => t.Weight * Idf(n, t.Id < 0 ? 0 : index.TitleDocumentFrequencies[t.Id])).ToArray();
        var looseTerms = loose.Select(t => (t.Text, Id: index.Vocabulary.FindLoose(t.Text), t.Weight, t.FromGlossary)).ToArray();
        var looseIdf = looseTerms.Select(t => t.Weight * Idf(n, t.Id < 0 ? 0 : index.LooseDocumentFrequencies[t.Id])).ToArray();
        var pairs = FindPairs(index, words, exactOrder, looseOrder);
        var pairIdf = pairs.Select(p => p.Weight * Idf(n, p.Id < 0 ? 0 : index.Pairs.Postings!.GetDocumentFrequency(p.Id))).ToArray();
        var titlePairIdf = pairs.Select(p => p.Weight * Idf(n, p.TitleCount)).ToArray();
        var grams = FindGrams(index, words);
        var gramIdf = grams.Select(g => g.Weight * Idf(n, g.Id < 0 ? 0 : index.Grams!.GetDocumentFrequency(g.Id))).ToArray();
        var (exactMass, looseMass, pairMass, gramMass) = (
            exactIdf.Where((_, i) => !exactTerms[i].FromGlossary).Sum(),
            looseIdf.Where((_, i) => !looseTerms[i].FromGlossary).Sum(),
            pairIdf.Where((_, i) => !pairs[i].FromGlossary).Sum(),
            gramIdf.Sum()
        );
        var titleMass = titleIdf.Where((_, i) => !exactTerms[i].FromGlossary).Sum();
        var titlePairMass = titlePairIdf.Where((_, i) => !pairs[i].FromGlossary).Sum();
        var hasTitles = index.MeanTitleLength > 1;
        var phrasings = words.Count == 0 ? [] : index.Classifier?.Predict([.. words.Where(word => !word.FromGlossary)]) ?? [];
        var total =
            w.ExactUnigram
            + w.LooseUnigram
            + w.Coverage
            + w.Proximity
            + (pairMass > 0 ? w.ExactBigram + w.LooseBigram + w.BigramCoverage : 0)
            + (gramMass > 0 ? w.Characters : 0)
            + (phrasings.Length > 0 ? w.Phrasings : 0)
            + (hasTitles ? w.TitleUnigram + (pairMass > 0 ? w.TitleBigram : 0) : 0);
        return new QueryPlan
        {
            Weights = w,
            TotalWeight = Math.Max(total, 1e-9),
            Phrasings = phrasings,
            Exact = [.. exactTerms.Select((t, i) => new PlannedTerm(t.Text, t.Id, exactIdf[i], Normalized(exactIdf[i], exactMass, total)))],
            Loose = [.. looseTerms.Select((t, i) => new PlannedTerm(t.Text, t.Id, looseIdf[i], Normalized(looseIdf[i], looseMass, total)))],
            Pairs =
            [
                .. pairs.Select(
                    (p, i) =>
                        new PlannedPair(
                            p.Text,
                            p.Id,
                            p.First,
                            p.Second,
                            p.LooseFirst,
                            p.LooseSecond,
                            p.LoosePair,
                            pairIdf[i],
                            Normalized(pairIdf[i], pairMass, total)
                        )
                ),
            ],
            Grams =
            [
                .. grams
                    .Select((g, i) => new PlannedTerm(g.Text, g.Id, gramIdf[i], Normalized(gramIdf[i], gramMass, total)))
                    .Where((_, i) => grams[i].Inflects),
            ],
            ExactIds = [.. exactTerms.Select(t => t.Id)],
            LooseIds = [.. looseTerms.Select(t => t.Id)],
            TitleUnitScores = [.. titleIdf.Select(idf => hasTitles ? Normalized(idf, titleMass, total) : 0)],
            TitlePairUnitScores = [.. titlePairIdf.Select(idf => hasTitles ? Normalized(idf, titlePairMass, total) : 0)],
        };
    }

    /// <summary>The index of a word among the exact terms, or -1.</summary>
    public int ExactIndexOf(int word) => ExactIds.AsSpan().IndexOf(word);

    /// <summary>The index of a loose form among the loose terms, or -1.</summary>
    public int LooseIndexOf(int loose) => LooseIds.AsSpan().IndexOf(loose);

    /// <summary>The classifier's contribution to the score of a passage.</summary>
    public double PhrasingShare(PhrasingClassifier? classifier, int doc) =>
        Phrasings.Length > 0 && classifier!.ClassOf(doc) is var c and >= 0 ? Weights.Phrasings * Phrasings[c] / TotalWeight : 0;

    /// <summary>Robertson and Spärck Jones' inverse document frequency, kept positive.</summary>
    private static double Idf(int docs, int count) => Math.Log(1 + ((docs - count + 0.5) / (count + 0.5)));

    private static double Normalized(double idf, double mass, double total) => mass <= 0 || total <= 0 ? 0 : idf / mass / total;

    private static List<FoundPair> FindPairs(
        LanguageIndex index,
        IReadOnlyList<QueryWord> words,
        Dictionary<string, int> order,
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

            var first = order.GetValueOrDefault(a.Exact, -1);
            var second = order.GetValueOrDefault(b.Exact, -1);
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
                    a.Exact + " " + b.Exact,
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

    /// <summary>
    /// Character n-grams. Vietnamese syllables are not inflected and the decoder has corrected their spelling, so their n-grams would only
    /// add noise: they count in the question's total idf, but only the n-grams of names, loan words and English words are looked up.
    /// </summary>
    private static List<(string Text, int Id, double Weight, bool Inflects)> FindGrams(LanguageIndex index, IReadOnlyList<QueryWord> words)
    {
        if (index.Grams is not { } table)
        {
            return [];
        }

        var indexOf = new Dictionary<(ulong Gram, bool Inflects), int>();
        var grams = new List<(string Text, int Id, double Weight, bool Inflects)>();
        var wordGrams = new List<ulong>();
        foreach (var word in words.Take(MaxTerms).Where(word => word.Weight > 0 && !word.FromGlossary))
        {
            wordGrams.Clear();
            GramTable.AddGrams(word.Exact, wordGrams);
            var inflects = index.Vocabulary.Lang == Lang.En || !VietnameseSyllables.IsPossible(word.Loose);
            foreach (var gram in wordGrams)
            {
                if (indexOf.TryAdd((gram, inflects), grams.Count))
                {
                    grams.Add((GramTable.ToText(gram), table.Find(gram), word.Weight, inflects));
                }
                else if (grams[indexOf[(gram, inflects)]] is var known && known.Weight < word.Weight)
                {
                    grams[indexOf[(gram, inflects)]] = known with { Weight = word.Weight };
                }
            }
        }

        return grams;
    }

    /// <summary>A pair of the question with what the index knows about it.</summary>
    /// <param name="TitleCount">The number of titles that contain the pair.</param>
    private readonly record struct FoundPair(
        string Text,
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
