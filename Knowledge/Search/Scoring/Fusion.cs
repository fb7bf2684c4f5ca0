using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>The weights and the calibration of each language, read from <c>Knowledge/Search/fusion.json</c>.</summary>
public sealed record Fusion(FusionWeights Vi, FusionWeights En, Calibration Calibration)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly Lazy<Fusion> Shipped = new(() =>
        Read(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Search", "fusion.json"))
    );

    /// <summary>What is shipped with the program.</summary>
    public static Fusion Default => Shipped.Value;

    /// <summary>How the weights came about; null when they were written by hand.</summary>
    public TrainingRecord? Training { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public FusionWeights Of(Lang lang) => lang == Lang.En ? En : Vi;

    /// <exception cref="InvalidDataException">The file contains no weights.</exception>
    public static Fusion Read(string path) =>
        JsonSerializer.Deserialize<Fusion>(File.ReadAllBytes(path), Json) is { Vi: not null, En: not null, Calibration: not null } fusion
            ? fusion
            : throw new InvalidDataException($"{path} holds no weights.");
}

/// <summary>How weights were learnt, and what they reached on questions they were not learnt from.</summary>
public sealed record TrainingRecord(int Seed, int Folds, double Hold, IReadOnlyList<TrainedFigure> Sets)
{
    /// <summary>The confidence against the truth, cross-validated.</summary>
    public IReadOnlyList<CalibratedBin>? Reliability { get; init; }
}

/// <summary>
/// Questions whose confidence is from one tenth to the next: what it was on average, and the share whose first hit was right.
/// </summary>
public sealed record CalibratedBin(double From, int Questions, double Confidence, double Right);

/// <summary>One set's figures in percent, among the first thirty candidates: with the weights before, and cross-validated.</summary>
public sealed record TrainedFigure(
    string Set,
    double Share,
    int Questions,
    double Recall1Before,
    double Mrr10Before,
    double Recall1,
    double Mrr10
);
