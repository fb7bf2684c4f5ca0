using PolicyAssistantBot.Knowledge.Understanding.Interpretations;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>A message with the features of its readings and which of them are right.</summary>
internal sealed record RankedExample(IReadOnlyList<double[]> Readings, IReadOnlyList<bool> IsRight, double Weight = 1);

/// <summary>Trains an <see cref="InterpretationRanker"/> by conditional logistic regression with an L2 penalty.</summary>
internal static class InterpretationTraining
{
    private const int Epochs = 60;
    private const double LearningRate = 0.3;
    private const double Penalty = 1e-4;

    public static InterpretationRanker Learn(IReadOnlyList<RankedExample> examples)
    {
        var weights = new double[InterpretationRanker.Features];
        RankedExample[] learnt = [.. examples.Where(example => example.IsRight.Contains(true) && example.IsRight.Contains(false))];
        var random = new Random(7);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(learnt);
            var rate = LearningRate / (1 + (0.15 * epoch));
            foreach (var example in learnt)
            {
                Step(weights, example, rate * example.Weight);
            }
        }

        return new InterpretationRanker(weights);
    }

    /// <summary>One gradient step on the log probability of the right readings.</summary>
    private static void Step(double[] weights, RankedExample example, double rate)
    {
        var ranker = new InterpretationRanker(weights);
        var p = InterpretationRanker.Probabilities([.. example.Readings.Select(ranker.Score)]);
        var right = p.Where((_, i) => example.IsRight[i]).Sum();
        var step = new double[weights.Length];
        for (var i = 0; i < p.Length; i++)
        {
            var error = (example.IsRight[i] ? p[i] / Math.Max(right, 1e-9) : 0) - p[i];
            for (var f = 0; f < weights.Length; f++)
            {
                step[f] += error * example.Readings[i][f];
            }
        }

        for (var f = 0; f < weights.Length; f++)
        {
            weights[f] += rate * (step[f] - (Penalty * weights[f]));
        }
    }
}
