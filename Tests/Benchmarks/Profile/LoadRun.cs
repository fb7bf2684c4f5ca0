using System.Diagnostics;
using System.Globalization;
using PolicyAssistantBot.Benchmarks.Turn;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Benchmarks.Profile;

/// <summary>Many conversations at once against the real program in its own process; the client runs on the same machine.</summary>
internal static class LoadRun
{
    private const int WarmUpTurns = 1500;

    /// <summary>Clients read their stream only while they wait for an answer: when busy they would answer a ping too late.</summary>
    public static readonly (string Key, string Value) FewPings = ("DirectLine__KeepAlive", "00:00:15");

    public static async Task RunAsync(string folder, QuestionSource questions, int conversations, int turns)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = conversations * 2 });
        await using var server = await ServerProcess.StartAsync(folder, settings: [("Widget__TokensPerMinute", "10000"), FewPings]);
        http.BaseAddress = server.BaseAddress;
        var clients = await Task.WhenAll(Enumerable.Range(0, conversations).Select(_ => BenchmarkClient.OpenAsync(http)));
        try
        {
            await AskAllAsync(clients, questions, WarmUpTurns);
            await WaitUntilIdleAsync(() => server.ProcessorTime.TotalMilliseconds);
            await MeasureAsync(folder, server, clients, questions, turns);
        }
        finally
        {
            foreach (var client in clients)
            {
                client.Dispose();
            }
        }
    }

    /// <summary>Waits for background work of the start, such as the learning of the tables between the languages.</summary>
    /// <param name="processorTime">The processor time used so far, in milliseconds.</param>
    public static async Task WaitUntilIdleAsync(Func<double> processorTime)
    {
        for (double before = double.MinValue, now; (now = processorTime()) - before > 100; before = now)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }

    public static void PrintLatencies(double[] latencies)
    {
        Array.Sort(latencies);
        Print("latency", $"p50 {latencies[latencies.Length / 2]:0.00} ms, p99 {latencies[latencies.Length * 99 / 100]:0.00} ms");
    }

    private static async Task MeasureAsync(
        string folder,
        ServerProcess server,
        BenchmarkClient[] clients,
        QuestionSource questions,
        int turns
    )
    {
        var before = StoredBytes.Read(folder);
        var (started, clientTime, serverTime) = (Stopwatch.GetTimestamp(), ProcessCpuClock.Milliseconds(), server.ProcessorTime);
        var written = server.WrittenBytes;
        var answered = clients.Sum(c => c.AnswerCount);
        var latencies = await AskAllAsync(clients, questions, turns);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        clientTime = ProcessCpuClock.Milliseconds() - clientTime;
        serverTime = server.ProcessorTime - serverTime;
        written = server.WrittenBytes - written;
        answered = clients.Sum(c => c.AnswerCount) - answered;
        var counts = await Task.WhenAll(clients.Select(c => c.CountAsync()));
        Print("turns a second", $"{turns / seconds:0}, {answered} answered, {counts.Sum(c => c.Questions - c.Answered)} without an answer");
        Print("processor time a turn", $"{serverTime.TotalMilliseconds / turns:0.000} ms, client {clientTime / turns:0.000} ms");
        PrintLatencies(latencies);
        Print("written a turn, database and its log", $"{written / turns} bytes");
        Print("memory", $"{server.WorkingSet / 1024.0 / 1024.0:0} MiB");
        Print("state of a conversation", $"{StoredBytes.ReadStateSize(folder)} bytes");
        StoredBytes.Print(before, StoredBytes.Read(folder), turns);
    }

    /// <summary>Each conversation asks one question after the other until the given number is reached; returns milliseconds.</summary>
    public static async Task<double[]> AskAllAsync(BenchmarkClient[] clients, QuestionSource questions, int turns)
    {
        var latencies = new double[turns];
        var next = -1;
        await Task.WhenAll(
            clients.Select(async client =>
            {
                for (int i; (i = Interlocked.Increment(ref next)) < turns; )
                {
                    var started = Stopwatch.GetTimestamp();
                    await client.AskAsync(questions.Next());
                    latencies[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                }
            })
        );
        return latencies;
    }

    public static void Print(string label, FormattableString value) =>
        Console.WriteLine($"  {label, -38}{value.ToString(CultureInfo.InvariantCulture)}");
}
