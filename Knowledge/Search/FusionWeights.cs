using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>How much each channel counts. Data, learnt by listwise training; only the proportions matter.</summary>
public sealed record FusionWeights
{
    [JsonPropertyName("exact-unigram")]
    public double ExactUnigram { get; init; }

    [JsonPropertyName("exact-bigram")]
    public double ExactBigram { get; init; }

    [JsonPropertyName("loose-unigram")]
    public double LooseUnigram { get; init; }

    [JsonPropertyName("loose-bigram")]
    public double LooseBigram { get; init; }

    [JsonPropertyName("characters")]
    public double Characters { get; init; }

    [JsonPropertyName("window-15")]
    public double Window15 { get; init; }

    [JsonPropertyName("window-30")]
    public double Window30 { get; init; }

    [JsonPropertyName("window-80")]
    public double Window80 { get; init; }

    [JsonPropertyName("title-unigram")]
    public double TitleUnigram { get; init; }

    [JsonPropertyName("title-bigram")]
    public double TitleBigram { get; init; }

    [JsonPropertyName("coverage")]
    public double Coverage { get; init; }

    [JsonPropertyName("bigram-coverage")]
    public double BigramCoverage { get; init; }

    [JsonPropertyName("phrasings")]
    public double Phrasings { get; init; }
}

/// <summary>What turns the scores of the first ten into a probability: logistic in the log-odds of their softmax.</summary>
/// <param name="Sharpness">What scores are multiplied by before the softmax: 1 / temperature.</param>
/// <param name="Slope">Of the logistic function.</param>
/// <param name="ScoreSlope">How much the first score itself tells.</param>
public sealed record Calibration(double Sharpness, double Slope, double ScoreSlope, double Intercept)
{
    /// <summary>The probability that the first hit is right.</summary>
    public double Probability(IReadOnlyList<double> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Count == 0)
            return 0;

        var p = 1 / scores.Take(10).Sum(s => Math.Exp((s - scores[0]) * Sharpness));
        p = Math.Clamp(p, 0.001, 0.999);
        return 1 / (1 + Math.Exp(-((Slope * Math.Log(p / (1 - p))) + (ScoreSlope * scores[0]) + Intercept)));
    }
}

/// <summary>The weights and the calibration of each language, read from <c>Knowledge/Search/fusion.json</c>.</summary>
public sealed record Fusion(FusionWeights Vi, FusionWeights En, Calibration Calibration)
{
    private static readonly Lazy<Fusion> Shipped = new(() => Read(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Search", "fusion.json")));

    /// <summary>What is shipped with the program.</summary>
    public static Fusion Default => Shipped.Value;

    public FusionWeights Of(Lang lang) => lang == Lang.En ? En : Vi;

    /// <exception cref="InvalidDataException">The file does not hold weights.</exception>
    public static Fusion Read(string path) =>
        JsonSerializer.Deserialize<Fusion>(File.ReadAllBytes(path), JsonSerializerOptions.Web) is { Vi: not null, En: not null, Calibration: not null } fusion
            ? fusion
            : throw new InvalidDataException($"{path} holds no weights.");
}
