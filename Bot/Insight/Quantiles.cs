namespace PolicyAssistantBot.Insight;

/// <summary>Order statistics of whole samples; nothing is estimated.</summary>
internal static class Quantiles
{
    /// <summary>The middle value, or the mean of the two middle ones; null of nothing.</summary>
    /// <param name="sorted">In rising order.</param>
    public static double? Median(IReadOnlyList<double> sorted) =>
        sorted.Count switch
        {
            0 => null,
            var n when n % 2 == 1 => sorted[n / 2],
            var n => (sorted[(n / 2) - 1] + sorted[n / 2]) / 2,
        };

    /// <summary>The smallest value that at least 90 % do not exceed (nearest rank); null of nothing.</summary>
    /// <param name="sorted">In rising order.</param>
    public static double? NinetiethPercentile(IReadOnlyList<double> sorted) =>
        sorted.Count == 0 ? null : sorted[(((sorted.Count * 9) + 9) / 10) - 1];
}
