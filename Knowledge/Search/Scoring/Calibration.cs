namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>Converts the scores of the first ten hits into a probability: a logistic function of the log-odds of their softmax.</summary>
/// <param name="Sharpness">The factor of the scores before the softmax: 1 / temperature.</param>
/// <param name="Slope">The coefficient of the log-odds.</param>
/// <param name="ScoreSlope">The coefficient of the first hit's score.</param>
public sealed record Calibration(double Sharpness, double Slope, double ScoreSlope, double Intercept)
{
    /// <summary>The probability that the first hit is relevant; 0 without hits.</summary>
    public double ComputeProbability(IReadOnlyList<double> scores)
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
