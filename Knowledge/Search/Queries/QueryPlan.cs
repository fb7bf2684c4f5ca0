using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Learning;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>A term of one channel with what one full match of it adds to the fused score.</summary>
internal readonly record struct PlannedTerm(string Text, int Id, double Idf, double Unit);

/// <summary>Two neighbouring words of the question.</summary>
/// <param name="Id">Of the two loose forms as neighbours, -1 when no passage has them.</param>
/// <param name="First">The first word's place among the exact terms.</param>
/// <param name="LooseFirst">Its loose form's place among the loose terms.</param>
/// <param name="LoosePair">The place of the first pair with the same loose forms.</param>
internal readonly record struct PlannedPair(
    string Text,
    int Id,
    int First,
    int Second,
    int LooseFirst,
    int LooseSecond,
    int LoosePair,
    double Idf,
    double Unit
);

/// <summary>
/// A question made ready for one index: for each channel its terms with their idf, divided by the question's idf mass and multiplied by the
/// channel's weight, so that scores of different questions can be compared.
/// </summary>
internal sealed class QueryPlan
{
    /// <summary>Words beyond this are not looked up; no question is that long.</summary>
    public const int MaxTerms = 64;

    /// <summary>Neighbours beyond this are not looked up.</summary>
    public const int MaxPairs = 200;

    public required PlannedTerm[] Exact { get; init; }

    public required PlannedTerm[] Loose { get; init; }

    public required PlannedTerm[] Grams { get; init; }

    public required PlannedPair[] Pairs { get; init; }

    /// <summary>Title terms, in the order of <see cref="Exact"/>; title pairs in the order of <see cref="Pairs"/>.</summary>
    public required double[] TitleUnits { get; init; }

    public required double[] TitlePairUnits { get; init; }

    /// <summary>The numbers of <see cref="Exact"/> and <see cref="Loose"/>.</summary>
    public required int[] ExactIds { get; init; }

    public required int[] LooseIds { get; init; }

    /// <summary>What each class of the index's classifier over phrasings adds; empty without one.</summary>
    public required float[] Phrasings { get; init; }

    public required FusionWeights Weights { get; init; }

    /// <summary>The sum of the weights of the channels that this question can use.</summary>
    public required double Total { get; init; }

    public static QueryPlan Create(LanguageIndex index, IReadOnlyList<QueryWord> words, FusionWeights w)
    {
        var exactOrder = new Dictionary<string, int>(StringComparer.Ordinal);
        var exact = new List<(string Text, double Weight, bool Added)>();
        var looseOrder = new Dictionary<string, int>(StringComparer.Ordinal);
        var loose = new List<(string Text, double Weight, bool Added)>();
        foreach (var word in words)
        {
            if (exactOrder.TryGetValue(word.Exact, out var known))
            {
                exact[known] = (word.Exact, Math.Max(exact[known].Weight, word.Weight), exact[known].Added && word.Added);
            }
            else if (exact.Count < MaxTerms)
            {
                exactOrder[word.Exact] = exact.Count;
                exact.Add((word.Exact, word.Weight, word.Added));
            }
            else
            {
                continue;
            }

            if (looseOrder.TryGetValue(word.Loose, out var before))
            {
                loose[before] = (word.Loose, Math.Max(loose[before].Weight, word.Weight), loose[before].Added && word.Added);
            }
            else if (loose.Count < MaxTerms)
            {
                looseOrder[word.Loose] = loose.Count;
                loose.Add((word.Loose, word.Weight, word.Added));
            }
        }

        var n = index.Count;
        var exactTerms = exact.Select(t => (t.Text, Id: index.Words.Find(t.Text), t.Weight, t.Added)).ToArray();
        var exactIdf = exactTerms.Select(t => t.Weight * Idf(n, t.Id < 0 ? 0 : index.Exact.Count(t.Id))).ToArray();
        var titleIdf = exactTerms.Select(t => t.Weight * Idf(n, t.Id < 0 ? 0 : index.TitleCounts[t.Id])).ToArray();
        var looseTerms = loose.Select(t => (t.Text, Id: index.Words.FindLoose(t.Text), t.Weight, t.Added)).ToArray();
        var looseIdf = looseTerms.Select(t => t.Weight * Idf(n, t.Id < 0 ? 0 : index.LooseCounts[t.Id])).ToArray();
        var pairs = FindPairs(index, words, exactOrder, looseOrder);
        var pairIdf = pairs.Select(p => p.Weight * Idf(n, p.Id < 0 ? 0 : index.Pairs.Postings!.Count(p.Id))).ToArray();
        var titlePairIdf = pairs.Select(p => p.Weight * Idf(n, p.TitleCount)).ToArray();
        var grams = FindGrams(index, words);
        var gramIdf = grams.Select(g => g.Weight * Idf(n, g.Id < 0 ? 0 : index.Grams!.Count(g.Id))).ToArray();
        var exactMass = exactIdf.Where((_, i) => !exactTerms[i].Added).Sum();
        var looseMass = looseIdf.Where((_, i) => !looseTerms[i].Added).Sum();
        var pairMass = pairIdf.Where((_, i) => !pairs[i].Added).Sum();
        var gramMass = gramIdf.Sum();
        var titleMass = titleIdf.Where((_, i) => !exactTerms[i].Added).Sum();
        var titlePairMass = titlePairIdf.Where((_, i) => !pairs[i].Added).Sum();
        var titles = index.MeanTitleLength > 1;
        var phrasings = words.Count == 0 ? [] : index.Classifier?.Predict([.. words.Where(word => !word.Added)]) ?? [];
        var total =
            w.ExactUnigram
            + w.LooseUnigram
            + w.Coverage
            + w.Stretches
            + (pairMass > 0 ? w.ExactBigram + w.LooseBigram + w.BigramCoverage : 0)
            + (gramMass > 0 ? w.Characters : 0)
            + (phrasings.Length > 0 ? w.Phrasings : 0)
            + (titles ? w.TitleUnigram + (pairMass > 0 ? w.TitleBigram : 0) : 0);
        return new QueryPlan
        {
            Weights = w,
            Total = Math.Max(total, 1e-9),
            Phrasings = phrasings,
            Exact = [.. exactTerms.Select((t, i) => new PlannedTerm(t.Text, t.Id, exactIdf[i], Per(exactIdf[i], exactMass, total)))],
            Loose = [.. looseTerms.Select((t, i) => new PlannedTerm(t.Text, t.Id, looseIdf[i], Per(looseIdf[i], looseMass, total)))],
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
                            Per(pairIdf[i], pairMass, total)
                        )
                ),
            ],
            Grams =
            [
                .. grams
                    .Select((g, i) => new PlannedTerm(g.Text, g.Id, gramIdf[i], Per(gramIdf[i], gramMass, total)))
                    .Where((_, i) => grams[i].Bends),
            ],
            ExactIds = [.. exactTerms.Select(t => t.Id)],
            LooseIds = [.. looseTerms.Select(t => t.Id)],
            TitleUnits = [.. titleIdf.Select(idf => titles ? Per(idf, titleMass, total) : 0)],
            TitlePairUnits = [.. titlePairIdf.Select(idf => titles ? Per(idf, titlePairMass, total) : 0)],
        };
    }

    /// <summary>A word's place among the exact terms, or -1.</summary>
    public int ExactOf(int word) => ExactIds.AsSpan().IndexOf(word);

    /// <summary>A loose form's place among the loose terms, or -1.</summary>
    public int LooseOf(int loose) => LooseIds.AsSpan().IndexOf(loose);

    /// <summary>What the classifier adds to a passage.</summary>
    public double PhrasingsOf(PhrasingClassifier? classifier, int doc) =>
        Phrasings.Length > 0 && classifier!.ClassOf(doc) is var c and >= 0 ? Weights.Phrasings * Phrasings[c] / Total : 0;

    /// <summary>Robertson and Spärck Jones' inverse document frequency, kept positive.</summary>
    private static double Idf(int docs, int count) => Math.Log(1 + ((docs - count + 0.5) / (count + 0.5)));

    private static double Per(double idf, double mass, double total) => mass <= 0 || total <= 0 ? 0 : idf / mass / total;

    private static List<AskedPair> FindPairs(
        LanguageIndex index,
        IReadOnlyList<QueryWord> words,
        Dictionary<string, int> order,
        Dictionary<string, int> looseOrder
    )
    {
        var pairs = new List<AskedPair>();
        var seen = new HashSet<(int, int)>();
        var looseSeen = new Dictionary<(int, int), int>();
        for (var i = 1; i < words.Count; i++)
        {
            var (a, b) = (words[i - 1], words[i]);
            if (!b.Adjacent || a.Weight + b.Weight <= 0)
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
            var (looseA, looseB) = (index.Words.FindLoose(a.Loose), index.Words.FindLoose(b.Loose));
            var title = index.TitlePairs.Find(index.Words.Find(a.Exact), index.Words.Find(b.Exact));
            pairs.Add(
                new AskedPair
                {
                    Text = $"{a.Exact} {b.Exact}",
                    Id = looseA < 0 || looseB < 0 || loose.First < 0 || loose.Second < 0 ? -1 : index.Pairs.Find(looseA, looseB),
                    First = first,
                    Second = second,
                    LooseFirst = loose.First,
                    LooseSecond = loose.Second,
                    LoosePair = looseSeen[loose],
                    Weight = (a.Weight + b.Weight) / 2,
                    TitleCount = title < 0 ? 0 : index.TitlePairs.Counts[title],
                    Added = b.Added,
                }
            );
        }

        return pairs;
    }

    /// <summary>
    /// The character runs of the question. A Vietnamese syllable is never inflected and the decoder has corrected its
    /// spelling, so its runs would only blur exact matches: they count in the question's mass, and only names, loan words
    /// and English words are looked up by them.
    /// </summary>
    private static List<(string Text, int Id, double Weight, bool Bends)> FindGrams(LanguageIndex index, IReadOnlyList<QueryWord> words)
    {
        if (index.Grams is not { } table)
        {
            return [];
        }

        var places = new Dictionary<(ulong Run, bool Bends), int>();
        var grams = new List<(string Text, int Id, double Weight, bool Bends)>();
        var runs = new List<ulong>();
        foreach (var word in words.Take(MaxTerms).Where(word => word.Weight > 0 && !word.Added))
        {
            runs.Clear();
            GramTable.Collect(word.Exact, runs);
            var bends = index.Words.Lang == Lang.En || !VietnameseSyllables.CouldBe(word.Loose);
            foreach (var run in runs)
            {
                if (places.TryAdd((run, bends), grams.Count))
                {
                    grams.Add((GramTable.Text(run), table.Find(run), word.Weight, bends));
                }
                else if (grams[places[(run, bends)]] is var known && known.Weight < word.Weight)
                {
                    grams[places[(run, bends)]] = known with { Weight = word.Weight };
                }
            }
        }

        return grams;
    }

    /// <summary>Two neighbouring words of the question, before their weight is divided by that of the question.</summary>
    private readonly record struct AskedPair
    {
        public required string Text { get; init; }

        /// <summary>The pair's number in the index; -1 when no passage has it.</summary>
        public required int Id { get; init; }

        /// <summary>The positions of the words among the exact terms.</summary>
        public required int First { get; init; }

        public required int Second { get; init; }

        /// <summary>The positions of the words among the loose terms; -1 when there is none.</summary>
        public required int LooseFirst { get; init; }

        public required int LooseSecond { get; init; }

        /// <summary>The position of the first pair with the same loose forms.</summary>
        public required int LoosePair { get; init; }

        public required double Weight { get; init; }

        /// <summary>How many titles have the pair.</summary>
        public required int TitleCount { get; init; }

        /// <summary>True for a pair that the question does not have itself, such as a synonym.</summary>
        public required bool Added { get; init; }
    }
}
