using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PolicyAssistantBot.Knowledge.Evaluation;

namespace PolicyAssistantBot.Benchmarks.Comparison;

/// <summary>
/// <c>compare DIR… [--queries FILE] [--database "Host=…"]</c>: compares the product's search with SQLite FTS5, Lucene.NET and PostgreSQL
/// full text search on the same passages and questions in the same run, one question at a time; prints a Markdown table.
/// </summary>
internal static class CompareCommand
{
    private const int WarmUp = 300;

    public static async Task RunAsync(string[] args)
    {
        var queries = Arguments.Value(args, "--queries") ?? "queries.jsonl";
        var connectionString = Arguments.Value(args, "--database");
        var directories = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        if (connectionString is null)
        {
            Console.WriteLine("PostgreSQL is skipped; set its connection string with --database \"Host=…;Username=…;Database=…\".");
        }

        Console.WriteLine("| set | engine | R@1 | R@10 | MRR@10 | p50 ms | p95 ms | build s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var directory in directories)
        {
            var set = BeirSet.Read(directory, queries, lang: null);
            foreach (var engine in Engines(set, connectionString))
            {
                await using (engine)
                {
                    Console.WriteLine(
                        $"| {Path.GetFileName(Path.TrimEndingDirectorySeparator(directory))} | {engine.Name} | "
                            + $"{await MeasureAsync(engine, set)} |"
                    );
                }
            }
        }
    }

    private static IEnumerable<ISearchEngine> Engines(BeirSet set, string? connectionString)
    {
        yield return new ProductEngine(set.Passages);
        yield return new Fts5Engine("SQLite FTS5, unicode61, bm25", "unicode61 remove_diacritics 0");
        yield return new Fts5Engine("SQLite FTS5, remove_diacritics 2, bm25", "unicode61 remove_diacritics 2");
        yield return new LuceneEngine("Lucene.NET, lower case, BM25", folds: false);
        yield return new LuceneEngine("Lucene.NET, folded, pairs of words, BM25", folds: true);
        if (connectionString is not null)
        {
            yield return new PostgresEngine(connectionString, unaccent: false, "ts_rank");
            yield return new PostgresEngine(connectionString, unaccent: true, "ts_rank");
            yield return new PostgresEngine(connectionString, unaccent: true, "ts_rank_cd");
        }
    }

    private static async Task<string> MeasureAsync(ISearchEngine engine, BeirSet set)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await engine.BuildAsync([
                .. set.Passages.Select(p => new PlainPassage(p.Id, p.Title, p.Text.Length > 0 ? p.Text : string.Join('\n', p.Phrasings))),
            ]);
        }
        catch (NpgsqlException exception)
        {
            return $"skipped: {exception.Message.ReplaceLineEndings(" ")} | | | | | ";
        }

        var build = clock.Elapsed.TotalSeconds;
        for (var i = 0; i < WarmUp; i++)
        {
            await engine.SearchAsync(set.Queries[i % set.Queries.Count].Text);
        }

        double recallAt1 = 0,
            recallAt10 = 0,
            reciprocalRank = 0;
        var times = new List<double>(set.Queries.Count);
        foreach (var (text, relevant) in set.Queries)
        {
            var started = Stopwatch.GetTimestamp();
            var found = await engine.SearchAsync(text);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            var rank = found.ToList().FindIndex(relevant.Contains);
            recallAt1 += found.Count > 0 && relevant.Contains(found[0]) ? 1 : 0;
            recallAt10 += (double)found.Count(relevant.Contains) / Math.Clamp(relevant.Count, 1, 10);
            reciprocalRank += rank < 0 ? 0 : 1.0 / (rank + 1);
        }

        times.Sort();
        var percentBase = set.Queries.Count / 100.0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{recallAt1 / percentBase:f1} | {recallAt10 / percentBase:f1} | {reciprocalRank / percentBase:f1} | {Metrics.ComputePercentile(times, 0.5):f2} "
                + $"| {Metrics.ComputePercentile(times, 0.95):f2} | {build:f2}"
        );
    }
}
