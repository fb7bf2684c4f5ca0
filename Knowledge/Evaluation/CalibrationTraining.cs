using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>Trains the calibration of the confidence and measures it by cross-validation.</summary>
internal static class CalibrationTraining
{
    private const int Bins = 10;

    public static (Calibration Calibration, IReadOnlyList<CalibratedBin> Reliability) Learn(
        IReadOnlyList<(double Share, BeirSet Set)> sets,
        Fusion fusion,
        TrainingOptions options,
        CancellationToken cancellationToken
    )
    {
        var plain = fusion with { Calibration = fusion.Calibration with { Slope = 1, ScoreSlope = 0, Intercept = 0 } };
        var hits = sets.SelectMany(set => Judge(set.Share, set.Set, plain, options, cancellationToken)).ToList();
        var folds = Enumerable.Range(0, options.Folds).Select(fold => PlattScaling.Fit([.. hits.Where(hit => hit.Fold != fold)])).ToList();
        var checkedHits = hits.ConvertAll(hit =>
            (Probability: PlattScaling.Probability(hit.Signal, folds[hit.Fold].Slope, folds[hit.Fold].Intercept), hit.Right)
        );
        var (slope, intercept) = PlattScaling.Fit(hits);
        return (
            plain.Calibration with
            {
                Slope = Math.Round(slope, 3),
                Intercept = Math.Round(intercept, 3),
            },
            [
                .. checkedHits
                    .GroupBy(hit => Math.Min(Bins - 1, (int)(hit.Probability * Bins)))
                    .OrderBy(bin => bin.Key)
                    .Select(bin => new CalibratedBin(
                        (double)bin.Key / Bins,
                        bin.Count(),
                        Math.Round(bin.Average(hit => hit.Probability), 3),
                        Math.Round(bin.Average(hit => hit.Right ? 1.0 : 0), 3)
                    )),
            ]
        );
    }

    private static JudgedHit[] Judge(double share, BeirSet set, Fusion plain, TrainingOptions options, CancellationToken cancellationToken)
    {
        var index = SearchIndex.Build(set.Passages, plain);
        var hits = new JudgedHit[set.Queries.Count];
        Parallel.For(
            0,
            hits.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            i =>
            {
                var (text, relevant) = set.Queries[i];
                var found = index.Search(text);
                var odds = found.Confidence / (1 - found.Confidence);
                hits[i] = found.Hits is [var first, ..]
                    ? new JudgedHit(
                        Math.Log(odds),
                        relevant.Contains(first.Passage.Id),
                        FusionTraining.FoldOf(i, options),
                        share / hits.Length
                    )
                    : new JudgedHit(0, Right: false, FusionTraining.FoldOf(i, options), Weight: 0);
            }
        );
        return [.. hits.Where(hit => hit.Weight > 0)];
    }
}
