using System.Diagnostics;
using System.Globalization;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Benchmarks.Turn;

/// <summary>
/// One question turn over Direct Line, from the client's POST to the answer on its stream; many conversations at once; a cold start;
/// memory. The service is the real program in its own process; the client runs on the same machine.
/// </summary>
internal static class TurnBenchmark
{
    private const int WarmUp = 300;
    private const int Turns = 1000;
    private const int Conversations = 64;
    private static readonly TimeSpan LoadDuration = TimeSpan.FromSeconds(10);

    private static readonly string[] Questions =
    [
        "Thế nào là doanh nghiệp nhỏ và vừa?",
        "doanh nghiep sieu nho co bao nhieu lao dong",
        "Hỗ trợ tư vấn cho DNNVV được bao nhiêu?",
        "vay von quy phat trien doanh nghiep nho va vua",
        "Hồ sơ đề nghị hỗ trợ đào tạo gồm những gì?",
        "tieu chuan nha cung cap cho doanh nghiep FDI",
        "Doanh nghiệp khởi nghiệp sáng tạo được hỗ trợ gì?",
        "What support is there for small businesses?",
    ];

    private static readonly (string, string)[] Settings = [("Widget__TokensPerMinute", "10000")];

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Conversations * 2 });
        Print("cold start to first answer (nothing stored yet)", await ColdStartAsync(folder.Path));
        Print("cold start to first answer", await ColdStartAsync(folder.Path));

        await using var server = await ServerProcess.StartAsync(folder.Path, settings: Settings);
        http.BaseAddress = server.BaseAddress;
        var times = await MeasureSingleConversationAsync(http);
        Print($"one turn, {Turns} in a row", Invariant($"p50 {Percentile(times, 50):0.00} ms, p99 {Percentile(times, 99):0.00} ms"));
        Print("memory after these turns", $"{server.WorkingSet / 1024.0 / 1024.0:0} MiB");
        await MeasureManyConversationsAsync(http, server);
        Print("memory after all turns", $"{server.WorkingSet / 1024.0 / 1024.0:0} MiB");
    }

    private static async Task<string> ColdStartAsync(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.StartAsync(
            folder,
            settings: [.. Settings, ("Knowledge__Snapshots", Path.Combine(folder, "snapshots"))]
        );
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        using var client = await BenchmarkClient.OpenAsync(http);
        await client.AskAsync(Questions[0]);
        return Invariant(
            $"{Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms, of it {server.ProcessorTime.TotalMilliseconds:0} ms of processor time"
        );
    }

    private static async Task<double[]> MeasureSingleConversationAsync(HttpClient http)
    {
        using var client = await BenchmarkClient.OpenAsync(http);
        var times = new double[Turns];
        for (var i = -WarmUp; i < Turns; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await client.AskAsync(Questions[Math.Abs(i) % Questions.Length]);
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }

        return times;
    }

    private static async Task MeasureManyConversationsAsync(HttpClient http, ServerProcess server)
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, Conversations).Select(_ => BenchmarkClient.OpenAsync(http)));
        var (started, processorTime) = (Stopwatch.GetTimestamp(), server.ProcessorTime);
        await Task.WhenAll(
            clients.Select(
                async (client, n) =>
                {
                    for (var i = n; Stopwatch.GetElapsedTime(started) < LoadDuration; i++)
                    {
                        await client.AskAsync(Questions[i % Questions.Length]);
                    }
                }
            )
        );
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        processorTime = server.ProcessorTime - processorTime;
        var turns = clients.Sum(a => a.AnswerCount);
        var counts = await Task.WhenAll(clients.Select(a => a.CountAsync()));
        var lost = turns - counts.Sum(c => c.Answered);
        Print(
            $"{Conversations} conversations for {seconds:0} s",
            Invariant(
                $"{turns / seconds:0} turns per second, {turns} answered, {lost} lost, {processorTime.TotalMilliseconds / turns:0.00} ms of processor time each"
            )
        );
        foreach (var client in clients)
        {
            client.Dispose();
        }
    }

    private static double Percentile(double[] values, int percentile) => values.Order().ElementAt(values.Length * percentile / 100);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Print(string label, string value) => Console.WriteLine($"{label, -48}{value}");
}
