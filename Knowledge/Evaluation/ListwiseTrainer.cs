namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>One question's candidates: what each channel gives each passage, and which passages are right.</summary>
/// <param name="Set">The set it comes from.</param>
/// <param name="Fold">Which part of a cross-validation it belongs to.</param>
internal sealed record RankedQuestion(int Set, int Fold, float[][] Channels, bool[] Right)
{
    /// <summary>The rank of the first right passage under weights, from 0; -1 when none is among the candidates.</summary>
    public int Rank(IReadOnlyList<double> weights)
    {
        var scores = Array.ConvertAll(Channels, channels => Score(weights, channels));
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ToList();
        return order.FindIndex(i => Right[i]);
    }

    public static double Score(IReadOnlyList<double> weights, float[] channels)
    {
        var sum = 0.0;
        for (var channel = 0; channel < channels.Length; channel++)
        {
            sum += weights[channel] * channels[channel];
        }

        return sum;
    }
}

/// <summary>
/// Learns weights listwise (Cao et al., 2007): the softmax over the candidates of a question should favour the right ones. Sets are
/// weighted by their share, not by their size; weights are never negative and are regularised towards their initial values.
/// </summary>
internal static class ListwiseTrainer
{
    private const int Rounds = 120;
    private const double Step = 0.5;

    /// <param name="start">
    /// The initial weights, towards which they are regularised; a channel with the initial weight 0 is excluded.
    /// </param>
    /// <param name="hold">The strength of the regularisation.</param>
    /// <param name="shares">How much each set counts.</param>
    public static double[] Learn(
        IReadOnlyList<RankedQuestion> questions,
        IReadOnlyList<double> start,
        double hold,
        IReadOnlyList<double> shares
    )
    {
        var perSet = questions.GroupBy(q => q.Set).ToDictionary(g => g.Key, g => shares[g.Key] / shares.Sum() / g.Count());
        var teaching = questions.Where(q => q.Right.Contains(value: true) && q.Right.Contains(value: false)).ToList();
        var weights = start.ToArray();
        double[] mean = new double[weights.Length],
            square = new double[weights.Length];
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = new double[weights.Length];
            foreach (var question in teaching)
            {
                AddGradient(question, weights, perSet[question.Set], gradient);
            }

            // Adam (Kingma and Ba, 2015), with falling steps.
            for (var i = 0; i < weights.Length; i++)
            {
                if (start[i] <= 0)
                {
                    continue;
                }

                var slope = gradient[i] + (hold * (weights[i] - start[i]));
                mean[i] = (0.9 * mean[i]) + (0.1 * slope);
                square[i] = (0.99 * square[i]) + (0.01 * slope * slope);
                var step = Step * (1 - (round / (Rounds * 1.2)));
                weights[i] = Math.Max(
                    0,
                    weights[i] - (step * mean[i] / (1 - Math.Pow(0.9, round)) / (Math.Sqrt(square[i] / (1 - Math.Pow(0.99, round))) + 1e-9))
                );
            }
        }

        return weights;
    }

    private static void AddGradient(RankedQuestion question, double[] weights, double share, double[] gradient)
    {
        var scores = Array.ConvertAll(question.Channels, channels => RankedQuestion.Score(weights, channels));
        var most = scores.Max();
        double all = 0,
            right = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Exp(scores[i] - most);
            all += scores[i];
            right += question.Right[i] ? scores[i] : 0;
        }

        for (var i = 0; i < scores.Length; i++)
        {
            var pull = share * ((scores[i] / all) - (question.Right[i] ? scores[i] / Math.Max(right, 1e-300) : 0));
            for (var channel = 0; channel < gradient.Length; channel++)
            {
                gradient[channel] += pull * question.Channels[i][channel];
            }
        }
    }
}
