using System.Text.Json;

namespace PolicyAssistantBot.Knowledge.Understanding;

/// <summary>What tells whether the articles speak about a question at all.</summary>
/// <param name="Covered">How much of its content the article that covers most of it covers.</param>
/// <param name="Score">The best article's search score.</param>
/// <param name="Certainty">How far the best article's family stands clear of the others.</param>
/// <param name="Likeness">The nearest phrasing of the articles found.</param>
/// <param name="Domain">How much its words are those of the articles' field (<see cref="DomainWords"/>).</param>
/// <param name="UnknownNames">The names in it that no article holds.</param>
/// <param name="Words">How many words it has: a long question on another matter shares more of them by chance.</param>
internal sealed record FloorEvidence(
    CoveredShare Covered,
    double Score,
    double Certainty,
    double Likeness,
    (double Mean, double Highest) Domain,
    int UnknownNames,
    int Words
)
{
    private const int ManyNames = 2;
    private const double ManyWords = 12;

    /// <summary>The features that speak against it.</summary>
    public static IReadOnlyList<int> Against { get; } = [2, 4, 10];

    public double[] Features =>
        [
            1,
            Covered.Words,
            Covered.UnknownWords,
            Covered.Pairs,
            Covered.UnknownPairs,
            Score,
            Certainty,
            Likeness,
            Domain.Mean / 4,
            Domain.Highest / 4,
            Math.Min(ManyNames, UnknownNames),
            Math.Min(1, Words / ManyWords),
        ];
}

/// <summary>
/// The chance that the articles speak about a question: logistic in its evidence, a language at a time. Learnt from phrasings of the
/// articles by writers held out, and from foreign and neighbouring questions (<c>foreign.tsv</c>).
/// </summary>
internal sealed record Floor(double[] Vi, double[] En)
{
    private static readonly Lazy<Floor> Shipped = new(() =>
        JsonSerializer.Deserialize<Floor>(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Understanding", "floor.json"))
        ) ?? throw new InvalidDataException("floor.json holds nothing.")
    );

    /// <summary>What is shipped with the program.</summary>
    public static Floor Default => Shipped.Value;

    public double Probability(Lang lang, FloorEvidence evidence)
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

    /// <summary>Learns one language's weights by gradient descent, each with the sign that its meaning gives it; foreign questions count as
    /// much as the others together.</summary>
    public static double[] Learn(IReadOnlyList<(double[] Features, bool IsOurs)> examples)
    {
        var weights = new double[examples[0].Features.Length];
        var ours = examples.Count(example => example.IsOurs);
        for (var round = 0; round < 4000; round++)
        {
            var step = new double[weights.Length];
            foreach (var (features, isOurs) in examples)
            {
                var sum = 0.0;
                for (var i = 0; i < weights.Length; i++)
                {
                    sum += weights[i] * features[i];
                }

                var wrong = (isOurs ? 1 : 0) - (1 / (1 + Math.Exp(-sum)));
                var weight = isOurs ? 0.5 / ours : 0.5 / (examples.Count - ours);
                for (var i = 0; i < weights.Length; i++)
                {
                    step[i] += weight * wrong * features[i];
                }
            }

            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] += 5 * (step[i] - (1e-4 * weights[i]));
                weights[i] =
                    i == 0 ? weights[i]
                    : FloorEvidence.Against.Contains(i) ? Math.Min(0, weights[i])
                    : Math.Max(0, weights[i]);
            }
        }

        return weights;
    }
}
