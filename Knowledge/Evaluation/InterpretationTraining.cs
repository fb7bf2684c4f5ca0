using PolicyAssistantBot.Knowledge.Understanding.Interpretations;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>A message with the features of its readings and which of them are right.</summary>
/// <param name="Source">The writer of the message, by whom the cross-validation is split.</param>
/// <param name="Weight">How much it counts.</param>
public sealed record RankedExample(
    string Source,
    IReadOnlyList<IReadOnlyList<double>> Readings,
    IReadOnlyList<bool> IsRight,
    IReadOnlyList<bool> IsArticle,
    double Weight = 1
);

/// <summary>Trains an <see cref="InterpretationRanker"/>: conditional logistic regression with an L2 penalty, by Adam.</summary>
internal static class InterpretationTraining
{
    private const int Rounds = 300;
    private const double LearningRate = 0.1;
    private const double Penalty = 1e-3;
    private const double Momentum = 0.9;
    private const double SquareMomentum = 0.999;

    public static InterpretationRanker Learn(IReadOnlyList<RankedExample> examples)
    {
        var scale = Scale(examples);
        var weights = new double[scale.Length];
        var mean = new double[scale.Length];
        var square = new double[scale.Length];
        var scaled = examples
            .Where(example => example.IsRight.Contains(true))
            .Select(example =>
                (
                    example.IsRight,
                    example.Weight,
                    Readings: example.Readings.Select(f => f.Select((x, i) => x / scale[i]).ToArray()).ToArray()
                )
            )
            .ToArray();
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = new double[scale.Length];
            foreach (var (isRight, weight, readings) in scaled)
            {
                Add(gradient, weights, readings, isRight, weight / scaled.Length);
            }

            for (var i = 0; i < weights.Length; i++)
            {
                var slope = gradient[i] - (Penalty * weights[i]);
                mean[i] = (Momentum * mean[i]) + ((1 - Momentum) * slope);
                square[i] = (SquareMomentum * square[i]) + ((1 - SquareMomentum) * slope * slope);
                weights[i] +=
                    LearningRate
                    * (mean[i] / (1 - Math.Pow(Momentum, round)))
                    / (Math.Sqrt(square[i] / (1 - Math.Pow(SquareMomentum, round))) + 1e-8);
            }
        }

        return new InterpretationRanker([.. weights.Select((weight, i) => weight / scale[i])]);
    }

    /// <summary>The gradient of the log probability of the right readings.</summary>
    private static void Add(double[] gradient, double[] weights, double[][] readings, IReadOnlyList<bool> isRight, double weight)
    {
        var ranker = new InterpretationRanker(weights);
        var p = InterpretationRanker.Probabilities([.. readings.Select(ranker.Score)]);
        var right = Math.Max(1e-9, p.Where((_, i) => isRight[i]).Sum());
        for (var i = 0; i < p.Length; i++)
        {
            var error = weight * ((isRight[i] ? p[i] / right : 0) - p[i]);
            for (var f = 0; f < gradient.Length; f++)
            {
                gradient[f] += error * readings[i][f];
            }
        }
    }

    /// <summary>The standard deviation of each feature, so that the penalty treats all alike.</summary>
    private static double[] Scale(IReadOnlyList<RankedExample> examples)
    {
        var all = examples.SelectMany(example => example.Readings).ToList();
        var scale = new double[InterpretationRanker.Features];
        for (var f = 0; f < scale.Length; f++)
        {
            var average = all.Average(features => features[f]);
            scale[f] = Math.Max(1e-6, Math.Sqrt(all.Average(features => (features[f] - average) * (features[f] - average))));
        }

        return scale;
    }
}
