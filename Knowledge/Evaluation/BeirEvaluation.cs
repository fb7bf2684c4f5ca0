using System.Diagnostics;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>Measures the product's search on any test set in the BEIR layout; nothing is tuned on the set.</summary>
public static class BeirEvaluation
{
    /// <summary>The number of searches before times are measured, so that the code is compiled with full optimisation.</summary>
    private const int WarmUpSearches = 300;

    private const double AnsweredShare = 0.8;

    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file does not have the expected layout.</exception>
    public static BeirReport Run(string directory, BeirOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var set = BeirSet.Read(directory, options.QueriesFile, options.Lang);
        var clock = Stopwatch.StartNew();
        var index = SearchIndex.Build(set.Passages, options.Fusion);
        var indexSeconds = clock.Elapsed.TotalSeconds;

        for (var i = 0; i < WarmUpSearches; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            index.Search(set.Queries[i % set.Queries.Count].Text);
        }

        var random = new Random(options.Seed);
        var searched = new List<SearchedQuery>(set.Queries.Count);
        var times = new List<double>(set.Queries.Count);
        foreach (var (text, relevant) in set.Queries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isExcluded = random.NextDouble() < options.ExcludedShare;
            var started = Stopwatch.GetTimestamp();
            var result = index.Search(text, new SearchOptions { ExcludedIds = isExcluded ? relevant : null });
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            searched.Add(
                new SearchedQuery(
                    isExcluded,
                    result.Confidence,
                    [.. result.Hits.Select(hit => relevant.Contains(hit.Passage.Id))],
                    relevant.Count
                )
            );
        }

        clock.Restart();
        Parallel.ForEach(set.Queries, new ParallelOptions { CancellationToken = cancellationToken }, query => index.Search(query.Text));
        return Report(set, searched, times, indexSeconds, index.ByteSize, set.Queries.Count / clock.Elapsed.TotalSeconds);
    }

    private static BeirReport Report(
        BeirSet set,
        List<SearchedQuery> searched,
        List<double> times,
        double indexSeconds,
        long indexBytes,
        double queriesPerSecond
    )
    {
        var answerable = searched.Where(a => !a.IsExcluded).ToList();
        times.Sort();
        return new BeirReport(
            set.Passages.Count,
            searched.Count,
            indexSeconds,
            indexBytes,
            ComputePercent(answerable, a => a.ComputeRecall(1)),
            ComputePercent(answerable, a => a.ComputeRecall(3)),
            ComputePercent(answerable, a => a.ComputeRecall(10)),
            ComputePercent(answerable, a => a.ReciprocalRank),
            ComputePercent(answerable, a => a.Ndcg),
            Metrics.ComputeAuroc(answerable.Select(a => (a.Confidence, a.IsRight))),
            Metrics.ComputeAuroc(searched.Select(a => (a.Confidence, !a.IsExcluded))),
            ComputePercent(SelectAnswered(searched, answerable), a => a.IsRight ? 1 : 0),
            Metrics.ComputePercentile(times, 0.50),
            Metrics.ComputePercentile(times, 0.95),
            Metrics.ComputePercentile(times, 0.99),
            queriesPerSecond
        );
    }

    /// <summary>The questions that are answered at the threshold that 80 % of the answerable questions reach.</summary>
    private static List<SearchedQuery> SelectAnswered(List<SearchedQuery> searched, List<SearchedQuery> answerable)
    {
        if (answerable.Count == 0)
        {
            return [];
        }

        var threshold = answerable
            .Select(a => a.Confidence)
            .OrderDescending()
            .ElementAt((int)Math.Ceiling(answerable.Count * AnsweredShare) - 1);
        return [.. searched.Where(a => a.Confidence >= threshold)];
    }

    private static double ComputePercent(List<SearchedQuery> searched, Func<SearchedQuery, double> getValue) =>
        100 * searched.Select(getValue).DefaultIfEmpty(0).Average();

    private sealed record SearchedQuery(bool IsExcluded, double Confidence, bool[] Hits, int Relevant)
    {
        public bool IsRight => !IsExcluded && Hits.Length > 0 && Hits[0];

        public double ReciprocalRank => Array.IndexOf(Hits, value: true) is var rank and >= 0 and < 10 ? 1.0 / (rank + 1) : 0;

        public double Ndcg =>
            Hits.Take(10).Select((hit, i) => hit ? 1 / Math.Log2(i + 2) : 0).Sum()
            / Enumerable.Range(0, Math.Clamp(Relevant, 1, 10)).Sum(i => 1 / Math.Log2(i + 2));

        /// <summary>The share of the relevant passages that are among the first hits.</summary>
        public double ComputeRecall(int among) => (double)Hits.Take(among).Count(hit => hit) / Math.Clamp(Relevant, 1, among);
    }
}
