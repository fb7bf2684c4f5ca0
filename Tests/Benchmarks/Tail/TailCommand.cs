using System.Diagnostics;
using PolicyAssistantBot.Benchmarks.Profile;
using PolicyAssistantBot.Benchmarks.Turn;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Benchmarks.Tail;

/// <summary>
/// <c>tail [--minutes 10] [--rate 100] [--conversations 64]</c>: turns at a fixed rate while articles are published, files uploaded and
/// desk pages opened. Times count from the moment at which a turn was due, so that a pause delays all turns that were due in it. Prints
/// p99, p99.9 and what the ten slowest turns waited for.
/// </summary>
internal static class TailCommand
{
    private const int WarmUpTurns = 1_500;
    private const int Slowest = 10;

    public static async Task RunAsync(string[] args)
    {
        var minutes = Arguments.Number(args, "--minutes") ?? 10;
        var rate = Arguments.Number(args, "--rate") ?? 100;
        var conversations = (int)(Arguments.Number(args, "--conversations") ?? 64);
        using var folder = new TempFolder();
        await DeskCommand.PrepareFolderAsync(folder.Path, cases: 2_000);
        var knowledge = CopyKnowledge(Path.Combine(folder.Path, "published"));
        var questions = new QuestionSource(Path.Combine(knowledge, "Articles"));
        await using var server = await ServerProcess.StartAsync(
            folder.Path,
            settings: [("Widget__TokensPerMinute", "10000"), ("Knowledge__Path", knowledge), LoadRun.FewPings]
        );
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = conversations * 2 })
        {
            BaseAddress = server.BaseAddress,
        };
        var clients = await Task.WhenAll(Enumerable.Range(0, conversations).Select(_ => BenchmarkClient.OpenAsync(http)));
        await LoadRun.AskAllAsync(clients, questions, WarmUpTurns);
        await LoadRun.WaitUntilIdleAsync(() => server.ProcessorTime.TotalMilliseconds);

        using var end = new CancellationTokenSource();
        var log = new WorkLog();
        using var work = new BackgroundWork(server.BaseAddress, Path.Combine(knowledge, "Articles"), clients[0], log);
        var background = work.RunAsync(end.Token);
        var cpu = server.ProcessorTime;
        var turns = await AskAtRateAsync(clients, questions, (int)(minutes * 60 * rate), rate);
        cpu = server.ProcessorTime - cpu;
        await end.CancelAsync();
        await background;
        Print(turns, log, cpu);
        Array.ForEach(clients, client => client.Dispose());
    }

    private static async Task<TimedTurn[]> AskAtRateAsync(BenchmarkClient[] clients, QuestionSource questions, int count, double rate)
    {
        var turns = new TimedTurn[count];
        var started = Stopwatch.GetTimestamp();
        var next = -1;
        await Task.WhenAll(
            clients.Select(async client =>
            {
                for (int i; (i = Interlocked.Increment(ref next)) < count; )
                {
                    var due = started + (long)(i / rate * Stopwatch.Frequency);
                    if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } wait)
                    {
                        await Task.Delay(wait);
                    }

                    var sent = Stopwatch.GetTimestamp();
                    var accepted = await client.AskAsync(questions.Next());
                    turns[i] = new(due, sent, accepted, Stopwatch.GetTimestamp());
                }
            })
        );
        return turns;
    }

    private static void Print(TimedTurn[] turns, WorkLog log, TimeSpan cpu)
    {
        var sorted = turns.OrderBy(turn => turn.Total).ToArray();
        double At(double share) => sorted[(int)(sorted.Length * share)].Total;
        LoadRun.Print("turns", $"{turns.Length}, {cpu.TotalMilliseconds / turns.Length:0.000} ms of processor time each, with all work");
        LoadRun.Print("latency", $"p50 {At(.5):0.0} ms, p99 {At(.99):0.0}, p99.9 {At(.999):0.0}, most {sorted[^1].Total:0.0}");
        foreach (var kind in log.Kinds)
        {
            var during = sorted.Where(turn => log.Find(turn.Due, turn.Answered).Contains(kind)).ToArray();
            if (during.Length > 0)
            {
                var p99 = during[during.Length * 99 / 100].Total;
                LoadRun.Print(
                    $"during {kind}",
                    $"{log.Count(kind)} times, {log.MeanMilliseconds(kind):0.0} ms each; {during.Length} turns, p99 {p99:0.0} ms"
                );
            }
        }

        foreach (var turn in sorted.TakeLast(Slowest).Reverse())
        {
            var beside = string.Join(", ", log.Find(turn.Due, turn.Answered).DefaultIfEmpty("nothing else"));
            var (sent, accepted, answered) = (turn.UntilSent, turn.UntilAccepted, turn.UntilAnswered);
            LoadRun.Print(
                "one of the slowest",
                $"{turn.Total:0.0} ms: client {sent:0.0}, stored {accepted:0.0}, answered {answered:0.0}; {beside}"
            );
        }
    }

    private static string CopyKnowledge(string target)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Knowledge");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    /// <param name="Due">When the turn was due, in ticks of the stopwatch.</param>
    private readonly record struct TimedTurn(long Due, long Sent, long Accepted, long Answered)
    {
        public double Total => Milliseconds(Due, Answered);

        public double UntilSent => Milliseconds(Due, Sent);

        public double UntilAccepted => Milliseconds(Sent, Accepted);

        public double UntilAnswered => Milliseconds(Accepted, Answered);

        private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
    }
}
