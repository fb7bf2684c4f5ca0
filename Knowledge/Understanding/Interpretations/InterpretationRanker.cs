using System.Text.Json;

namespace PolicyAssistantBot.Knowledge.Understanding.Interpretations;

/// <summary>A linear model over <see cref="Feature"/>s. The weights are data, learnt from conversations whose right articles are
/// known.</summary>
internal sealed class InterpretationRanker
{
    private static readonly Lazy<InterpretationRanker> Shipped = new(() =>
        Read(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Understanding", "interpretation.json"))
    );

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    private readonly double[] weights;

    public InterpretationRanker(double[] weights) => this.weights = weights;

    /// <summary>What is shipped with the program.</summary>
    public static InterpretationRanker Default => Shipped.Value;

    public static int Features { get; } = Enum.GetValues<Feature>().Length;

    public IReadOnlyList<double> Weights => weights;

    /// <exception cref="InvalidDataException">The file does not hold one weight for each feature.</exception>
    public static InterpretationRanker Read(string path)
    {
        var named = JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllBytes(path)) ?? [];
        return Enum.GetNames<Feature>().All(named.ContainsKey) && named.Count == Features
            ? new([.. Enum.GetNames<Feature>().Select(name => named[name])])
            : throw new InvalidDataException($"{path} does not hold one weight for each feature.");
    }

    public string ToJson() =>
        JsonSerializer.Serialize(
            Enum.GetNames<Feature>().Index().ToDictionary(x => x.Item, x => Math.Round(weights[x.Index], 3), StringComparer.Ordinal),
            Json
        );

    public double Score(double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return sum;
    }

    /// <summary>The features that decide between two readings, the strongest first: for officials and editors.</summary>
    public IEnumerable<(Feature Feature, double Share)> Why(double[] chosen, double[] other) =>
        Enum.GetValues<Feature>()
            .Select(feature => (feature, Share: weights[(int)feature] * (chosen[(int)feature] - other[(int)feature])))
            .Where(share => share.Share != 0)
            .OrderByDescending(share => Math.Abs(share.Share));

    public static double[] Probabilities(IReadOnlyList<double> scores)
    {
        var max = scores.Count == 0 ? 0 : scores.Max();
        double[] p = [.. scores.Select(score => Math.Exp(score - max))];
        var sum = p.Sum();
        return [.. p.Select(x => x / sum)];
    }
}
