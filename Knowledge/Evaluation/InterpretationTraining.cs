using PolicyAssistantBot.Knowledge.Understanding.Interpretations;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>A message with its readings and which of them are right.</summary>
internal sealed record RankedExample(IReadOnlyList<double[]> Readings, IReadOnlyList<bool> IsRight, double Weight = 1);

/// <summary>
/// Learns the weights of an <see cref="InterpretationRanker"/>: conditional logistic regression, a little pulled to nought.
/// </summary>
internal static class InterpretationTraining
{
    private const int Rounds = 60;
    private const double Rate = 0.3;
    private const double Pull = 1e-4;

    public static InterpretationRanker Learn(IReadOnlyList<RankedExample> examples)
    {
        var weights = new double[InterpretationRanker.Features];
        RankedExample[] learnt = [.. examples.Where(example => example.IsRight.Contains(true) && example.IsRight.Contains(false))];
        var random = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(learnt);
            var rate = Rate / (1 + (0.15 * round));
            foreach (var example in learnt)
            {
                Step(weights, example, rate * example.Weight);
            }
        }

        return new InterpretationRanker(weights);
    }

    /// <summary>The gradient of the logarithm of the probability that one of the right readings is taken.</summary>
    private static void Step(double[] weights, RankedExample example, double rate)
    {
        var ranker = new InterpretationRanker(weights);
        var p = InterpretationRanker.Probabilities([.. example.Readings.Select(ranker.Score)]);
        var right = p.Where((_, i) => example.IsRight[i]).Sum();
        var step = new double[weights.Length];
        for (var i = 0; i < p.Length; i++)
        {
            var pull = (example.IsRight[i] ? p[i] / Math.Max(right, 1e-9) : 0) - p[i];
            for (var f = 0; f < weights.Length; f++)
            {
                step[f] += pull * example.Readings[i][f];
            }
        }

        for (var f = 0; f < weights.Length; f++)
        {
            weights[f] += rate * (step[f] - (Pull * weights[f]));
        }
    }
}
