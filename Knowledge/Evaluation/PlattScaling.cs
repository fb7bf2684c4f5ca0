namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>A question whose first hit is known to be right or wrong.</summary>
/// <param name="Signal">The log odds that the first hit is right, before they are scaled.</param>
/// <param name="Fold">Which part of a cross-validation it belongs to.</param>
/// <param name="Weight">How much it counts.</param>
internal readonly record struct JudgedHit(double Signal, bool Right, int Fold, double Weight);

/// <summary>Turns a signal into a probability by a logistic function fitted to outcomes (Platt, 1999).</summary>
internal static class PlattScaling
{
    private const int Rounds = 50;

    /// <summary>Keeps the fit finite where a signal parts right from wrong without fault.</summary>
    private const double Ridge = 1e-3;

    /// <summary>
    /// Newton's method on the weighted log-likelihood. The slope is never negative, so that the order of confidences stays.
    /// </summary>
    public static (double Slope, double Intercept) Fit(IReadOnlyCollection<JudgedHit> hits)
    {
        var (slope, intercept) = (1.0, 0.0);
        var total = hits.Sum(hit => hit.Weight);
        for (var round = 0; round < Rounds && total > 0; round++)
        {
            double gradientSlope = Ridge * (slope - 1),
                gradientIntercept = Ridge * intercept,
                ss = Ridge,
                si = 0,
                ii = Ridge;
            foreach (var hit in hits)
            {
                var p = Probability(hit.Signal, slope, intercept);
                var (weight, miss) = (hit.Weight / total, p - (hit.Right ? 1 : 0));
                gradientSlope += weight * miss * hit.Signal;
                gradientIntercept += weight * miss;
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

    public static double Probability(double signal, double slope, double intercept) => 1 / (1 + Math.Exp(-((slope * signal) + intercept)));
}
