using System.Diagnostics;
using System.Globalization;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>
/// <c>scale [SIZE…] [--articles DIR] [--charts DIR]</c>: latency on one thread, build rate and memory as the number of passages of 150
/// words grows. It reports elapsed time and, because other programs do not change it, processor time.
/// </summary>
internal static class ScaleCommand
{
    private const int Questions = 1_000;
    private const int WarmUp = 500;

    /// <summary>Runs that are not reported, so that tiered compilation is finished as in a long-running service.</summary>
    private const int WarmUpRuns = 6;

    public static void Run(string[] args)
    {
        var sizes = args.TakeWhile(a => a[0] != '-').Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        var corpus = new ScaleCorpus(
            Arguments.Value(args, "--articles") ?? Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles")
        );
        var points = new List<Point>();
        for (var i = 0; i < WarmUpRuns; i++)
        {
            Measure(corpus, 2_000);
        }

        Console.WriteLine("| passages | build/s | build/cpu s | bytes/passage | p50 ms | p95 ms | p99 ms | p50 cpu ms | p95 cpu ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var size in sizes.Length > 0 ? sizes : [1_000, 2_500, 10_000, 100_000, 1_000_000])
        {
            var point = Measure(corpus, size);
            points.Add(point);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {size:#,0} | {point.BuiltPerSecond:#,0} | {point.BuiltPerCpuSecond:#,0} | {point.Bytes:#,0} | {point.P50:f2} | {point.P95:f2} | {point.P99:f2} | {point.P50Cpu:f2} | {point.P95Cpu:f2} |"
                )
            );
        }

        if (Arguments.Value(args, "--charts") is { } folder)
        {
            Draw(folder, points);
        }
    }

    private static Point Measure(ScaleCorpus corpus, int size)
    {
        var random = new Random(1);
        var passages = Enumerable.Range(0, size).Select(i => corpus.Passage(i, random)).ToList();
        var (clock, cpuBefore) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var index = SearchIndex.Build(passages);
        var (perSecond, perCpuSecond) = (
            size / clock.Elapsed.TotalSeconds,
            size / (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds
        );
        GC.Collect();
        var (wall, cpu) = (new List<double>(), new List<double>());
        for (var i = 0; i < WarmUp + Questions; i++)
        {
            var question = corpus.Question(random);
            var (started, startedCpu) = (Stopwatch.GetTimestamp(), ThreadCpuClock.Milliseconds());
            index.Search(question);
            var (elapsed, elapsedCpu) = (Stopwatch.GetElapsedTime(started).TotalMilliseconds, ThreadCpuClock.Milliseconds() - startedCpu);
            if (i < WarmUp)
            {
                continue;
            }

            wall.Add(elapsed);
            cpu.Add(elapsedCpu);
        }

        wall.Sort();
        cpu.Sort();
        return new Point(
            size,
            perSecond,
            perCpuSecond,
            (double)index.ByteSize / size,
            wall[Questions / 2],
            wall[Questions * 95 / 100],
            wall[Questions * 99 / 100],
            cpu[Questions / 2],
            cpu[Questions * 95 / 100]
        );
    }

    private static void Draw(string folder, List<Point> points)
    {
        Write(
            "search-latency.svg",
            GrowthChart.Draw(
                "ms",
                [("p50", [.. points.Select(p => (p.Size, p.P50))]), ("p95", [.. points.Select(p => (p.Size, p.P95))])],
                [(2_500, 1), (100_000, 5), (1_000_000, 30)]
            )
        );
        Write(
            "search-build.svg",
            GrowthChart.Draw("/s", [("built", [.. points.Select(p => (p.Size, p.BuiltPerSecond))])], [(1_000, 10_000), (1_000_000, 10_000)])
        );
        Write(
            "search-memory.svg",
            GrowthChart.Draw("bytes", [("used", [.. points.Select(p => (p.Size, p.Bytes))])], [(1_000, 4_096), (1_000_000, 4_096)])
        );

        void Write(string name, string svg) => File.WriteAllText(Path.Combine(folder, name), svg);
    }

    private sealed record Point(
        int Size,
        double BuiltPerSecond,
        double BuiltPerCpuSecond,
        double Bytes,
        double P50,
        double P95,
        double P99,
        double P50Cpu,
        double P95Cpu
    );
}
