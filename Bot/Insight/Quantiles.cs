namespace PolicyAssistantBot.Insight;

/// <summary>Exact order statistics.</summary>
internal static class Quantiles
{
    /// <summary>The middle value, or the mean of the two middle ones; null for an empty sample.</summary>
    /// <param name="sorted">In ascending order.</param>
    public static double? Median(IReadOnlyList<double> sorted) =>
        sorted.Count switch
        {
            0 => null,
            var n when n % 2 == 1 => sorted[n / 2],
            var n => (sorted[(n / 2) - 1] + sorted[n / 2]) / 2,
        };

    /// <summary>The smallest value that at least 90 % of the values do not exceed (nearest rank); null for an empty sample.</summary>
    /// <param name="sorted">In ascending order.</param>
    public static double? NinetiethPercentile(IReadOnlyList<double> sorted) =>
        sorted.Count == 0 ? null : sorted[(((sorted.Count * 9) + 9) / 10) - 1];
}
