using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>The retriever weights of each language and the calibration, read from <c>Knowledge/Search/fusion.json</c>.</summary>
public sealed record Fusion(FusionWeights Vi, FusionWeights En, Calibration Calibration)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly Lazy<Fusion> LazyDefault = new(() =>
        Read(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Search", "fusion.json"))
    );

    /// <summary>The weights that are shipped with the program.</summary>
    public static Fusion Default => LazyDefault.Value;

    /// <summary>How the weights were trained; null when they were set by hand.</summary>
    public TrainingRecord? Training { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public FusionWeights GetWeights(Lang lang) => lang == Lang.En ? En : Vi;

    /// <exception cref="InvalidDataException">The file does not contain weights.</exception>
    public static Fusion Read(string path) =>
        JsonSerializer.Deserialize<Fusion>(File.ReadAllBytes(path), Options) is { Vi: not null, En: not null, Calibration: not null } fusion
            ? fusion
            : throw new InvalidDataException($"{path} does not contain weights.");
}

/// <summary>How weights were trained, and the results of the cross-validation.</summary>
/// <param name="Regularization">The strength of the penalty on the distance from the initial weights.</param>
public sealed record TrainingRecord(
    int Seed,
    int Folds,
    [property: JsonPropertyName("hold")] double Regularization,
    IReadOnlyList<TrainedSetMeasures> Sets
)
{
    /// <summary>The reliability of the confidence, cross-validated.</summary>
    public IReadOnlyList<CalibratedBin>? Reliability { get; init; }
}

/// <summary>
/// One bin of the reliability diagram, one tenth wide: the mean confidence and the share of questions whose first hit was relevant.
/// </summary>
public sealed record CalibratedBin(double From, int Questions, double Confidence, [property: JsonPropertyName("right")] double Accuracy);

/// <summary>
/// The results for one test set in percent, among the first thirty candidates: with the previous weights, and with cross-validated ones.
/// </summary>
public sealed record TrainedSetMeasures(
    [property: JsonPropertyName("set")] string Name,
    [property: JsonPropertyName("share")] double Weight,
    int Questions,
    double Recall1Before,
    double Mrr10Before,
    double Recall1,
    double Mrr10
);
