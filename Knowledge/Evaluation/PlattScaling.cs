namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>A query whose first hit is known to be relevant or not.</summary>
/// <param name="Signal">The uncalibrated log-odds that the first hit is relevant.</param>
/// <param name="Fold">The fold of the cross-validation.</param>
/// <param name="Weight">The weight in the fit.</param>
internal readonly record struct JudgedHit(double Signal, bool IsRelevant, int Fold, double Weight);

/// <summary>Converts a signal into a probability by a logistic function that is fitted to outcomes (Platt, 1999).</summary>
internal static class PlattScaling
{
    private const int Iterations = 50;

    /// <summary>Keeps the fit finite when the signal separates the outcomes perfectly.</summary>
    private const double Ridge = 1e-3;

    /// <summary>
    /// Newton's method on the weighted log-likelihood. The slope stays positive, so that the order of the confidences does not change.
    /// </summary>
    public static (double Slope, double Intercept) Fit(IReadOnlyCollection<JudgedHit> hits)
    {
        var (slope, intercept) = (1.0, 0.0);
        var total = hits.Sum(hit => hit.Weight);
        for (var iteration = 0; iteration < Iterations && total > 0; iteration++)
        {
            double gradientSlope = Ridge * (slope - 1),
                gradientIntercept = Ridge * intercept,
                ss = Ridge,
                si = 0,
                ii = Ridge;
            foreach (var hit in hits)
            {
                var p = ComputeProbability(hit.Signal, slope, intercept);
                var (weight, error) = (hit.Weight / total, p - (hit.IsRelevant ? 1 : 0));
                gradientSlope += weight * error * hit.Signal;
                gradientIntercept += weight * error;
                ss += weight * p * (1 - p) * hit.Signal * hit.Signal;
                si += weight * p * (1 - p) * hit.Signal;
                ii += weight * p * (1 - p);
            }

            var determinant = (ss * ii) - (si * si);
            slope = Math.Max(0.01, slope - (((ii * gradientSlope) - (si * gradientIntercept)) / determinant));
            intercept -= ((ss * gradientIntercept) - (si * gradientSlope)) / determinant;
        }

        return (slope, intercept);
    }

    public static double ComputeProbability(double signal, double slope, double intercept) =>
        1 / (1 + Math.Exp(-((slope * signal) + intercept)));
}
