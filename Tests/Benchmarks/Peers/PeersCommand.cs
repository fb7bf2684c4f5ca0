using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PolicyAssistantBot.Benchmarks.Profile;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Benchmarks.Peers;

/// <summary>
/// <c>peers [TURNS] [--conversations 16] [--rounds 3]</c>: turns through <c>/api/messages</c> with replies in the response, against this
/// product, a bot on the Bot Builder SDK with its state in memory, and a bare endpoint of ASP.NET. Each is a process of its own; rounds
/// alternate, so that all meet the same load of the machine.
/// </summary>
internal static class PeersCommand
{
    private const int WarmUpTurns = 2_000;

    private static int lastId;

    public static async Task RunAsync(string[] args)
    {
        var turns = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var count) ? count : 3_000;
        var conversations = (int)(Arguments.Number(args, "--conversations") ?? 16);
        var questions = new QuestionSource(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles"));
        using var folder = new TempFolder();
        await using var product = await ServerProcess.StartAsync(
            folder.Path,
            settings:
            [
                ("ASPNETCORE_ENVIRONMENT", "Development"),
                ("Bot__AllowAnonymous", "true"),
                ("Logging__LogLevel__Default", "Warning"),
            ]
        );
        await using var sdk = await PeerProcess.StartAsync(PeerProgram.Sdk);
        await using var floor = await PeerProcess.StartAsync(PeerProgram.Floor);
        (string Name, Uri Address, Func<TimeSpan> ProcessorTime, List<double> Costs)[] programs =
        [
            ("bare endpoint", floor.BaseAddress, () => floor.ProcessorTime, []),
            ("this product", product.BaseAddress, () => product.ProcessorTime, []),
            ("Bot Builder SDK", sdk.BaseAddress, () => sdk.ProcessorTime, []),
        ];
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = conversations });
        foreach (var program in programs)
        {
            await AskAllAsync(http, program.Address, questions, conversations, WarmUpTurns);
        }

        await LoadRun.WaitUntilIdleAsync(() => product.ProcessorTime.TotalMilliseconds);
        for (var round = 0; round < (int)(Arguments.Number(args, "--rounds") ?? 3); round++)
        {
            foreach (var (name, address, processorTime, costs) in programs)
            {
                var (started, before) = (Stopwatch.GetTimestamp(), processorTime());
                await AskAllAsync(http, address, questions, conversations, turns);
                costs.Add((processorTime() - before).TotalMilliseconds / turns);
                LoadRun.Print(
                    name,
                    $"{costs[^1]:0.000} ms a turn, {turns / Stopwatch.GetElapsedTime(started).TotalSeconds:0} turns a second"
                );
            }
        }

        var medians = programs.ToDictionary(program => program.Name, program => program.Costs.Order().ElementAt(program.Costs.Count / 2));
        foreach (var (name, median) in medians)
        {
            LoadRun.Print($"median, {name}", $"{median:0.000} ms, {median / medians["this product"]:0.00} of this product");
        }
    }

    private static Task AskAllAsync(HttpClient http, Uri address, QuestionSource questions, int conversations, int turns)
    {
        var next = -1;
        return Task.WhenAll(
            Enumerable
                .Range(0, conversations)
                .Select(async conversation =>
                {
                    while (Interlocked.Increment(ref next) is var turn && turn < turns)
                    {
                        await AskAsync(http, new Uri(address, "/api/messages"), conversation, questions.Next());
                    }
                })
        );
    }

    private static async Task AskAsync(HttpClient http, Uri address, int conversation, string text)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"peer-{conversation}");
        using var content = new StringContent(
            new JsonObject
            {
                ["type"] = "message",
                ["id"] = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Interlocked.Increment(ref lastId)}"),
                ["channelId"] = "test",
                ["serviceUrl"] = "http://127.0.0.1:9/",
                ["deliveryMode"] = "expectReplies",
                ["from"] = new JsonObject { ["id"] = $"user-{name}" },
                ["recipient"] = new JsonObject { ["id"] = "bot" },
                ["conversation"] = new JsonObject { ["id"] = name },
                ["locale"] = "vi-VN",
                ["text"] = text,
            }.ToJsonString(),
            Encoding.UTF8,
            "application/json"
        );
        using var response = await http.PostAsync(address, content);
        var body = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        if (!body.Contains("\"text\"", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"No reply: {body}");
        }
    }
}
