using System.Text.Json;

namespace PolicyAssistantBot.Knowledge.Understanding;

/// <summary>The evidence on whether the articles cover the matter of a question at all.</summary>
/// <param name="Coverage">How much of the question the best covering article covers.</param>
/// <param name="Score">The best article's search score.</param>
/// <param name="Margin">The share of the best article's matter in the scores of all candidates.</param>
/// <param name="PhrasingSimilarity">The similarity of the most similar phrasing of the articles found.</param>
/// <param name="Domain">How typical its words are for the domain (<see cref="DomainWords"/>).</param>
/// <param name="UnknownNames">The number of names in it that no article contains.</param>
/// <param name="WordCount">The number of words: a long question about another matter shares more words by chance.</param>
internal sealed record FloorEvidence(
    CoverageShares Coverage,
    double Score,
    double Margin,
    double PhrasingSimilarity,
    (double Mean, double Highest) Domain,
    int UnknownNames,
    int WordCount
)
{
    private const int MaxNames = 2;
    private const double MaxWords = 12;

    /// <summary>The indices of the features that are evidence against coverage; their weights must not be positive.</summary>
    public static IReadOnlyList<int> NegativeFeatures { get; } = [2, 4, 10];

    public double[] Features =>
        [
            1,
            Coverage.Words,
            Coverage.UnknownWords,
            Coverage.Pairs,
            Coverage.UnknownPairs,
            Score,
            Margin,
            PhrasingSimilarity,
            Domain.Mean / 4,
            Domain.Highest / 4,
            Math.Min(MaxNames, UnknownNames),
            Math.Min(1, WordCount / MaxWords),
        ];
}

/// <summary>
/// The floor of an answer: the probability that the articles cover the matter of a question, below which none of them is given. A logistic
/// regression per language, trained on phrasings by held-out writers and on questions about other matters (<c>foreign.tsv</c>).
/// </summary>
internal sealed record Floor(double[] Vi, double[] En)
{
    private static readonly Lazy<Floor> LazyDefault = new(() =>
        JsonSerializer.Deserialize<Floor>(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Understanding", "floor.json"))
        ) ?? throw new InvalidDataException("floor.json is empty.")
    );

    /// <summary>The model that is shipped with the program.</summary>
    public static Floor Default => LazyDefault.Value;

    public double ComputeProbability(Lang lang, FloorEvidence evidence)
    {
        var weights = lang == Lang.En ? En : Vi;
        var features = evidence.Features;
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Trains the weights of one language by gradient descent. The sign of each weight is fixed by its meaning; covered and other
    /// questions have the same total weight.</summary>
    public static double[] Train(IReadOnlyList<(double[] Features, bool IsCovered)> examples)
    {
        var weights = new double[examples[0].Features.Length];
        var coveredCount = examples.Count(example => example.IsCovered);
        for (var epoch = 0; epoch < 4000; epoch++)
        {
            var step = new double[weights.Length];
            foreach (var (features, isCovered) in examples)
            {
                var sum = 0.0;
                for (var i = 0; i < weights.Length; i++)
                {
                    sum += weights[i] * features[i];
                }

                var error = (isCovered ? 1 : 0) - (1 / (1 + Math.Exp(-sum)));
                var weight = isCovered ? 0.5 / coveredCount : 0.5 / (examples.Count - coveredCount);
                for (var i = 0; i < weights.Length; i++)
                {
                    step[i] += weight * error * features[i];
                }
            }

            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] += 5 * (step[i] - (1e-4 * weights[i]));
                weights[i] =
                    i == 0 ? weights[i]
                    : FloorEvidence.NegativeFeatures.Contains(i) ? Math.Min(0, weights[i])
                    : Math.Max(0, weights[i]);
            }
        }

        return weights;
    }
}
