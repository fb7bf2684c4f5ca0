using System.Diagnostics;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>Measures the product's search on any test set in the BEIR layout; nothing is tuned on the set.</summary>
public static class BeirEvaluation
{
    /// <summary>The number of searches before times are measured, so that the code is compiled with full optimisation.</summary>
    private const int WarmUp = 300;

    private const double AnsweredShare = 0.8;

    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file does not have the expected layout.</exception>
    public static BeirReport Run(string directory, BeirOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var set = BeirSet.Read(directory, options.Queries, options.Lang);
        var clock = Stopwatch.StartNew();
        var index = SearchIndex.Build(set.Passages, options.Fusion);
        var indexSeconds = clock.Elapsed.TotalSeconds;

        for (var i = 0; i < WarmUp; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            index.Search(set.Queries[i % set.Queries.Count].Text);
        }

        var random = new Random(options.Seed);
        var asked = new List<SearchedQuery>(set.Queries.Count);
        var times = new List<double>(set.Queries.Count);
        foreach (var (text, relevant) in set.Queries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var removed = random.NextDouble() < options.Removed;
            var started = Stopwatch.GetTimestamp();
            var result = index.Search(text, new SearchOptions { ExcludedIds = removed ? relevant : null });
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            asked.Add(
                new SearchedQuery(
                    removed,
                    result.Confidence,
                    [.. result.Hits.Select(hit => relevant.Contains(hit.Passage.Id))],
                    relevant.Count
                )
            );
        }

        clock.Restart();
        Parallel.ForEach(set.Queries, new ParallelOptions { CancellationToken = cancellationToken }, query => index.Search(query.Text));
        return Report(set, asked, times, indexSeconds, index.ByteSize, set.Queries.Count / clock.Elapsed.TotalSeconds);
    }

    private static BeirReport Report(
        BeirSet set,
        List<SearchedQuery> asked,
        List<double> times,
        double indexSeconds,
        long indexBytes,
        double perSecond
    )
    {
        var kept = asked.Where(a => !a.Removed).ToList();
        times.Sort();
        return new BeirReport(
            set.Passages.Count,
            asked.Count,
            indexSeconds,
            indexBytes,
            Percent(kept, a => a.Recall(1)),
            Percent(kept, a => a.Recall(3)),
            Percent(kept, a => a.Recall(10)),
            Percent(kept, a => a.ReciprocalRank),
            Percent(kept, a => a.Ndcg),
            Metrics.Auroc(kept.Select(a => (a.Confidence, a.Right))),
            Metrics.Auroc(asked.Select(a => (a.Confidence, !a.Removed))),
            Percent(Answered(asked, kept), a => a.Right ? 1 : 0),
            Metrics.Percentile(times, 0.50),
            Metrics.Percentile(times, 0.95),
            Metrics.Percentile(times, 0.99),
            perSecond
        );
    }

    /// <summary>The questions that are answered at the threshold that 80 % of the answerable questions reach.</summary>
    private static List<SearchedQuery> Answered(List<SearchedQuery> asked, List<SearchedQuery> answerable)
    {
        if (answerable.Count == 0)
        {
            return [];
        }

        var threshold = answerable
            .Select(a => a.Confidence)
            .OrderDescending()
            .ElementAt((int)Math.Ceiling(answerable.Count * AnsweredShare) - 1);
        return [.. asked.Where(a => a.Confidence >= threshold)];
    }

    private static double Percent(List<SearchedQuery> asked, Func<SearchedQuery, double> of) =>
        100 * asked.Select(of).DefaultIfEmpty(0).Average();

    private sealed record SearchedQuery(bool Removed, double Confidence, bool[] Hits, int Relevant)
    {
        public bool Right => !Removed && Hits.Length > 0 && Hits[0];

        public double ReciprocalRank => Array.IndexOf(Hits, value: true) is var rank and >= 0 and < 10 ? 1.0 / (rank + 1) : 0;

        public double Ndcg =>
            Hits.Take(10).Select((hit, i) => hit ? 1 / Math.Log2(i + 2) : 0).Sum()
            / Enumerable.Range(0, Math.Clamp(Relevant, 1, 10)).Sum(i => 1 / Math.Log2(i + 2));

        /// <summary>The share of the relevant passages that are among the first hits.</summary>
        public double Recall(int among) => (double)Hits.Take(among).Count(hit => hit) / Math.Clamp(Relevant, 1, among);
    }
}
