using System.Globalization;
using System.Text.Json;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>A test set for training.</summary>
/// <param name="Path">A BEIR folder, or a file of queries in one.</param>
/// <param name="Weight">The relative weight of the set in the training.</param>
public sealed record TrainingSet(string Path, double Weight = 1)
{
    internal string Folder => Directory.Exists(Path) ? Path : System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    internal string Queries => Directory.Exists(Path) ? "queries.jsonl" : System.IO.Path.GetFileName(Path);

    internal string Name =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Folder)))}/{Queries}"
        );
}

/// <param name="Folds">The number of folds of the cross-validation.</param>
/// <param name="Seed">Assigns the queries to folds; the same seed gives the same weights.</param>
/// <param name="Regularization">The strength of the L2 penalty on the distance from the initial weights.</param>
/// <param name="TrainsCalibrationOnly">Trains only the calibration of the confidence.</param>
public sealed record TrainingOptions(int Folds = 5, int Seed = 1, double Regularization = 1e-4, bool TrainsCalibrationOnly = false);

/// <summary>Trains the retriever weights and the calibration of the confidence, and measures both by cross-validation.</summary>
public static class FusionTraining
{
    private const int CandidateCount = 30;

    /// <summary>The sum of the weights at which the softmax over candidates is about calibrated.</summary>
    private const double Sharpness = 40;

    private static readonly Dictionary<string, double> EqualWeights = GetWeightNames()
        .ToDictionary(name => name, _ => 1.0, StringComparer.Ordinal);

    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what the layout asks for.</exception>
    public static Fusion Run(
        IReadOnlyList<TrainingSet> sources,
        Fusion initialFusion,
        TrainingOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(initialFusion);
        ArgumentNullException.ThrowIfNull(options);
        var sets = sources.Select(source => (Source: source, Set: BeirSet.Read(source.Folder, source.Queries, null))).ToList();
        var (fusion, measures) = (initialFusion, new List<TrainedSetMeasures>());
        foreach (var lang in options.TrainsCalibrationOnly ? [] : new[] { Lang.Vi, Lang.En })
        {
            var languageSets = sets.Where(s => s.Set.Passages[0].Lang == lang).ToList();
            if (languageSets.Count == 0)
            {
                continue;
            }

            var questions = languageSets.SelectMany((s, number) => RankCandidates(s.Set, number, options, cancellationToken)).ToList();
            var weights = TrainWeights(
                questions,
                languageSets.ConvertAll(s => s.Source),
                initialFusion.GetWeights(lang),
                options,
                measures
            );
            fusion = lang == Lang.En ? fusion with { En = weights } : fusion with { Vi = weights };
        }

        var (calibration, reliability) = CalibrationTraining.Train(
            [.. sets.Select(s => (s.Source.Weight, s.Set))],
            fusion,
            options,
            cancellationToken
        );
        return fusion with
        {
            Calibration = calibration,
            Training = new TrainingRecord(options.Seed, options.Folds, options.Regularization, measures) { Reliability = reliability },
        };
    }

    /// <summary>The fold of a query by its index in the set.</summary>
    internal static int GetFold(int question, TrainingOptions options) =>
        (int)((((uint)question * 2654435761u) ^ ((uint)options.Seed * 40503u)) >> 8) % options.Folds;

    private static FusionWeights TrainWeights(
        List<RankedQuestion> questions,
        List<TrainingSet> sources,
        FusionWeights initialWeights,
        TrainingOptions options,
        List<TrainedSetMeasures> measures
    )
    {
        var initialVector = ToVector(initialWeights);
        var scale = Sharpness / initialVector.Sum();
        var start = Array.ConvertAll(initialVector, weight => weight * scale);
        var shares = sources.ConvertAll(source => source.Weight);
        var folds = Enumerable
            .Range(0, options.Folds)
            .Select(fold => ListwiseTrainer.Train([.. questions.Where(q => q.Fold != fold)], start, options.Regularization, shares))
            .ToList();
        measures.AddRange(
            sources.Select(
                (source, number) =>
                {
                    var setQuestions = questions.Where(q => q.SetIndex == number).ToList();
                    return new TrainedSetMeasures(
                        source.Name,
                        source.Weight,
                        setQuestions.Count,
                        ComputeRecall(setQuestions, _ => initialVector),
                        ComputeMrr(setQuestions, _ => initialVector),
                        ComputeRecall(setQuestions, q => folds[q.Fold]),
                        ComputeMrr(setQuestions, q => folds[q.Fold])
                    );
                }
            )
        );
        var trained = ListwiseTrainer.Train(questions, start, options.Regularization, shares);
        return FromVector(Array.ConvertAll(trained, weight => Math.Round(weight / scale, 3)));
    }

    private static RankedQuestion[] RankCandidates(BeirSet set, int number, TrainingOptions options, CancellationToken cancellationToken)
    {
        var ones = JsonSerializer.SerializeToElement(EqualWeights).Deserialize<FusionWeights>()!;
        var index = SearchIndex.Build(set.Passages, Fusion.Default with { Vi = ones, En = ones });
        var questions = new RankedQuestion[set.Queries.Count];
        Parallel.For(
            0,
            questions.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            i =>
            {
                var (text, relevant) = set.Queries[i];
                var hits = index.Search(text, new SearchOptions { Count = CandidateCount }).Hits;
                questions[i] = new RankedQuestion(
                    number,
                    GetFold(i, options),
                    [.. hits.Select(hit => GetRetrieverScores(index.Explain(text, hit.Passage.Id)!))],
                    [.. hits.Select(hit => relevant.Contains(hit.Passage.Id))]
                );
            }
        );
        return questions;
    }

    private static float[] GetRetrieverScores(ScoreExplanation explanation)
    {
        var shares = explanation.Retrievers.ToDictionary(
            retriever => retriever.Retriever,
            retriever => retriever.Share,
            StringComparer.Ordinal
        );
        return [.. EqualWeights.Keys.Select(name => (float)(shares.GetValueOrDefault(name) * EqualWeights.Count))];
    }

    private static double ComputeRecall(List<RankedQuestion> questions, Func<RankedQuestion, double[]> weights) =>
        Math.Round(100 * questions.Average(q => q.FindRank(weights(q)) == 0 ? 1.0 : 0), 2);

    private static double ComputeMrr(List<RankedQuestion> questions, Func<RankedQuestion, double[]> weights) =>
        Math.Round(100 * questions.Average(q => q.FindRank(weights(q)) is >= 0 and < 10 and var rank ? 1.0 / (rank + 1) : 0), 2);

    private static List<string> GetWeightNames() =>
        [.. JsonSerializer.SerializeToElement(new FusionWeights()).EnumerateObject().Select(property => property.Name)];

    private static double[] ToVector(FusionWeights weights) =>
        [.. JsonSerializer.SerializeToElement(weights).EnumerateObject().Select(property => property.Value.GetDouble())];

    private static FusionWeights FromVector(double[] vector) =>
        JsonSerializer
            .SerializeToElement(EqualWeights.Keys.Zip(vector).ToDictionary(pair => pair.First, pair => pair.Second))
            .Deserialize<FusionWeights>()!;
}
