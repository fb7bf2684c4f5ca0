namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>What turns the scores of the first ten into a probability: logistic in the log-odds of their softmax.</summary>
/// <param name="Sharpness">What scores are multiplied by before the softmax: 1 / temperature.</param>
/// <param name="Slope">Of the logistic function.</param>
/// <param name="ScoreSlope">The weight of the first score itself.</param>
public sealed record Calibration(double Sharpness, double Slope, double ScoreSlope, double Intercept)
{
    /// <summary>The probability that the first hit is right.</summary>
    public double Probability(IReadOnlyList<double> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Count == 0)
        {
            return 0;
        }

        var p = 1 / scores.Take(10).Sum(s => Math.Exp((s - scores[0]) * Sharpness));
        p = Math.Clamp(p, 0.001, 0.999);
        return 1 / (1 + Math.Exp(-((Slope * Math.Log(p / (1 - p))) + (ScoreSlope * scores[0]) + Intercept)));
    }
}
