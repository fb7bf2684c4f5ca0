using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>Trains the calibration of the confidence and measures it by cross-validation.</summary>
internal static class CalibrationTraining
{
    private const int BinCount = 10;

    public static (Calibration Calibration, IReadOnlyList<CalibratedBin> Reliability) Train(
        IReadOnlyList<(double Share, BeirSet Set)> sets,
        Fusion fusion,
        TrainingOptions options,
        CancellationToken cancellationToken
    )
    {
        var uncalibrated = fusion with { Calibration = fusion.Calibration with { Slope = 1, ScoreSlope = 0, Intercept = 0 } };
        var hits = sets.SelectMany(set => JudgeHits(set.Share, set.Set, uncalibrated, options, cancellationToken)).ToList();
        var folds = Enumerable.Range(0, options.Folds).Select(fold => PlattScaling.Fit([.. hits.Where(hit => hit.Fold != fold)])).ToList();
        var validatedHits = hits.ConvertAll(hit =>
            (Probability: PlattScaling.ComputeProbability(hit.Signal, folds[hit.Fold].Slope, folds[hit.Fold].Intercept), hit.IsRelevant)
        );
        var (slope, intercept) = PlattScaling.Fit(hits);
        return (
            uncalibrated.Calibration with
            {
                Slope = Math.Round(slope, 3),
                Intercept = Math.Round(intercept, 3),
            },
            [
                .. validatedHits
                    .GroupBy(hit => Math.Min(BinCount - 1, (int)(hit.Probability * BinCount)))
                    .OrderBy(bin => bin.Key)
                    .Select(bin => new CalibratedBin(
                        (double)bin.Key / BinCount,
                        bin.Count(),
                        Math.Round(bin.Average(hit => hit.Probability), 3),
                        Math.Round(bin.Average(hit => hit.IsRelevant ? 1.0 : 0), 3)
                    )),
            ]
        );
    }

    private static JudgedHit[] JudgeHits(
        double share,
        BeirSet set,
        Fusion uncalibrated,
        TrainingOptions options,
        CancellationToken cancellationToken
    )
    {
        var index = SearchIndex.Build(set.Passages, uncalibrated);
        var hits = new JudgedHit[set.Queries.Count];
        Parallel.For(
            0,
            hits.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            i =>
            {
                var (text, relevant) = set.Queries[i];
                var result = index.Search(text);
                var odds = result.Confidence / (1 - result.Confidence);
                hits[i] = result.Hits is [var first, ..]
                    ? new JudgedHit(
                        Math.Log(odds),
                        relevant.Contains(first.Passage.Id),
                        FusionTraining.GetFold(i, options),
                        share / hits.Length
                    )
                    : new JudgedHit(0, IsRelevant: false, FusionTraining.GetFold(i, options), Weight: 0);
            }
        );
        return [.. hits.Where(hit => hit.Weight > 0)];
    }
}
