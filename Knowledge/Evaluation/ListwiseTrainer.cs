namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>The candidates of one query: the retriever scores of each passage, and which passages are relevant.</summary>
/// <param name="SetIndex">The index of the test set.</param>
/// <param name="Fold">The fold of the cross-validation.</param>
internal sealed record RankedQuestion(int SetIndex, int Fold, float[][] Retrievers, bool[] IsRelevant)
{
    /// <summary>The rank of the first relevant passage for given weights, from 0; -1 when there is none among the candidates.</summary>
    public int FindRank(IReadOnlyList<double> weights)
    {
        var scores = Array.ConvertAll(Retrievers, retrievers => ComputeScore(weights, retrievers));
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ToList();
        return order.FindIndex(i => IsRelevant[i]);
    }

    public static double ComputeScore(IReadOnlyList<double> weights, float[] retrievers)
    {
        var sum = 0.0;
        for (var retriever = 0; retriever < retrievers.Length; retriever++)
        {
            sum += weights[retriever] * retrievers[retriever];
        }

        return sum;
    }
}

/// <summary>
/// Listwise training of weights (Cao et al., 2007): maximises the softmax probability of the relevant candidates. Each set counts by its
/// share, not by its size. Weights are never negative, and an L2 penalty keeps them near their initial values.
/// </summary>
internal static class ListwiseTrainer
{
    private const int Epochs = 120;
    private const double LearningRate = 0.5;

    /// <param name="initial">
    /// The initial weights, which are also the centre of the penalty; a retriever whose initial weight is 0 is not trained.
    /// </param>
    /// <param name="penalty">The strength of the penalty.</param>
    /// <param name="shares">The relative weight of each set.</param>
    public static double[] Train(
        IReadOnlyList<RankedQuestion> questions,
        IReadOnlyList<double> initial,
        double penalty,
        IReadOnlyList<double> shares
    )
    {
        var weightBySet = questions.GroupBy(q => q.SetIndex).ToDictionary(g => g.Key, g => shares[g.Key] / shares.Sum() / g.Count());
        var trainable = questions.Where(q => q.IsRelevant.Contains(value: true) && q.IsRelevant.Contains(value: false)).ToList();
        var weights = initial.ToArray();
        double[] firstMoment = new double[weights.Length],
            secondMoment = new double[weights.Length];
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            var gradient = new double[weights.Length];
            foreach (var question in trainable)
            {
                AddGradient(question, weights, weightBySet[question.SetIndex], gradient);
            }

            // Adam (Kingma and Ba, 2015) with a falling learning rate.
            for (var i = 0; i < weights.Length; i++)
            {
                if (initial[i] <= 0)
                {
                    continue;
                }

                var slope = gradient[i] + (penalty * (weights[i] - initial[i]));
                firstMoment[i] = (0.9 * firstMoment[i]) + (0.1 * slope);
                secondMoment[i] = (0.99 * secondMoment[i]) + (0.01 * slope * slope);
                var step = LearningRate * (1 - (epoch / (Epochs * 1.2)));
                weights[i] = Math.Max(
                    0,
                    weights[i]
                        - (
                            step
                            * firstMoment[i]
                            / (1 - Math.Pow(0.9, epoch))
                            / (Math.Sqrt(secondMoment[i] / (1 - Math.Pow(0.99, epoch))) + 1e-9)
                        )
                );
            }
        }

        return weights;
    }

    private static void AddGradient(RankedQuestion question, double[] weights, double share, double[] gradient)
    {
        var scores = Array.ConvertAll(question.Retrievers, retrievers => RankedQuestion.ComputeScore(weights, retrievers));
        var max = scores.Max();
        double total = 0,
            relevantTotal = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Exp(scores[i] - max);
            total += scores[i];
            relevantTotal += question.IsRelevant[i] ? scores[i] : 0;
        }

        for (var i = 0; i < scores.Length; i++)
        {
            var error = share * ((scores[i] / total) - (question.IsRelevant[i] ? scores[i] / Math.Max(relevantTotal, 1e-300) : 0));
            for (var retriever = 0; retriever < gradient.Length; retriever++)
            {
                gradient[retriever] += error * question.Retrievers[i][retriever];
            }
        }
    }
}
