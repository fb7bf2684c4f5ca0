using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PolicyAssistantBot.Knowledge.Evaluation;

namespace PolicyAssistantBot.Benchmarks.Compare;

/// <summary>
/// <c>compare DIR… [--queries FILE] [--database "Host=…"]</c>: the product's search beside SQLite FTS5 and PostgreSQL full text, on the
/// same
/// passages and questions in the same run, one question at a time; a Markdown table.
/// </summary>
internal static class CompareCommand
{
    private const int WarmUp = 300;

    public static async Task RunAsync(string[] args)
    {
        var queries = Arguments.Value(args, "--queries") ?? "queries.jsonl";
        var address = Arguments.Value(args, "--database");
        var directories = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        if (address is null)
        {
            Console.WriteLine("PostgreSQL is left out: give its address with --database \"Host=…;Username=…;Database=…\".");
        }

        Console.WriteLine("| set | engine | R@1 | R@10 | MRR@10 | p50 ms | p95 ms | build s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var directory in directories)
        {
            var set = BeirSet.Read(directory, queries, lang: null);
            foreach (var engine in Engines(set, address))
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

    private static IEnumerable<ISearchEngine> Engines(BeirSet set, string? address)
    {
        yield return new ProductEngine(set.Passages);
        yield return new Fts5Engine("SQLite FTS5, unicode61, bm25", "unicode61 remove_diacritics 0");
        yield return new Fts5Engine("SQLite FTS5, remove_diacritics 2, bm25", "unicode61 remove_diacritics 2");
        if (address is not null)
        {
            yield return new PostgresEngine(address, unaccent: false, "ts_rank");
            yield return new PostgresEngine(address, unaccent: true, "ts_rank");
            yield return new PostgresEngine(address, unaccent: true, "ts_rank_cd");
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
        catch (NpgsqlException failure)
        {
            return $"left out: {failure.Message.ReplaceLineEndings(" ")} | | | | | ";
        }

        var build = clock.Elapsed.TotalSeconds;
        for (var i = 0; i < WarmUp; i++)
        {
            await engine.SearchAsync(set.Queries[i % set.Queries.Count].Text);
        }

        double first = 0,
            ten = 0,
            reciprocal = 0;
        var times = new List<double>(set.Queries.Count);
        foreach (var (text, relevant) in set.Queries)
        {
            var started = Stopwatch.GetTimestamp();
            var found = await engine.SearchAsync(text);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            var rank = found.ToList().FindIndex(relevant.Contains);
            first += found.Count > 0 && relevant.Contains(found[0]) ? 1 : 0;
            ten += (double)found.Count(relevant.Contains) / Math.Clamp(relevant.Count, 1, 10);
            reciprocal += rank < 0 ? 0 : 1.0 / (rank + 1);
        }

        times.Sort();
        var questions = set.Queries.Count / 100.0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{first / questions:f1} | {ten / questions:f1} | {reciprocal / questions:f1} | {Metrics.ComputePercentile(times, 0.5):f2} "
                + $"| {Metrics.ComputePercentile(times, 0.95):f2} | {build:f2}"
        );
    }
}
