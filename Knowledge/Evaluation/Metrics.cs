namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>Statistical measures.</summary>
internal static class Metrics
{
    /// <summary>
    /// The area under the ROC curve: the probability that a true case has a higher score than a false one; null unless there are both.
    /// </summary>
    public static double? ComputeAuroc(IEnumerable<(double Score, bool True)> cases)
    {
        var sorted = cases.OrderBy(c => c.Score).ToList();
        double rankSum = 0;
        for (var i = 0; i < sorted.Count; )
        {
            var end = i;
            while (end < sorted.Count && sorted[end].Score.Equals(sorted[i].Score))
            {
                end++;
            }

            rankSum += sorted.Skip(i).Take(end - i).Count(c => c.True) * (i + end + 1) / 2.0;
            i = end;
        }

        double trueCount = sorted.Count(c => c.True),
            falseCount = sorted.Count - trueCount;
        return trueCount == 0 || falseCount == 0 ? null : (rankSum - (trueCount * (trueCount + 1) / 2)) / (trueCount * falseCount);
    }

    /// <param name="sorted">The values in ascending order.</param>
    public static double ComputePercentile(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
