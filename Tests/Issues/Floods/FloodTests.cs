using System.Globalization;
using System.Net;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;
using Xunit.Abstractions;

namespace PolicyAssistantBot.Tests.Issues.Floods;

/// <summary>
/// With <c>FLOOD_SECONDS=60</c> (<c>Tests/Heavy/floods.sh</c>) the real program under six floods, one after the other, while another
/// visitor asks and an official works, with limits of waiting time, memory and disk. Otherwise five floods at once, in this process and
/// without measuring, until each was refused: the visitor is answered all the same.
/// </summary>
public sealed class FloodTests(ITestOutputHelper output) : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private const int MaxMegabytes = 100;
    private const int MaxUploadMegabytes = 500;
    private const int LeastSignIns = 20;

    /// <summary>They are met within a moment.</summary>
    private static readonly (string, string)[] SmallLimits =
    [
        ("Limits:Enabled", "true"),
        ("Limits:MessagesPerConversation", "4"),
        ("Limits:TokensPerAddress", "6"),
        ("Limits:UploadMegabytesPerConversation", "3"),
    ];

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private static readonly int LongSeconds = int.TryParse(
        Environment.GetEnvironmentVariable("FLOOD_SECONDS"),
        CultureInfo.InvariantCulture,
        out var seconds
    )
        ? seconds
        : 0;

    private readonly TempFolder folder = new();
    private readonly List<string> failures = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Floods_are_refused_while_another_visitor_is_answered_and_an_official_works_on()
    {
        if (LongSeconds == 0)
        {
            await using var host = await DirectLineHost.StartAsync(folder, settings: SmallLimits);
            Flood[] floods =
            [
                .. Enum.GetValues<FloodKind>()
                    .Except([FloodKind.SignIns])
                    .Select(kind => new Flood(host.BaseAddress, kind, workerCount: 2)),
            ];
            using var refused = new CancellationTokenSource();
            var running = RunAsync(new Visitor(host.BaseAddress), null, floods, refused.Token);
            await Wait.UntilAsync(() => running.IsCompleted || floods.All(flood => flood.RefusedCount > 0));
            await refused.CancelAsync();
            await running;
            return;
        }

        await using (var desk = await DeskHost.OpenAsync(folder))
        {
            await desk.CreateAsync("lan", Roles.Official);
        }

        await using var server = await ServerProcess.StartAsync(folder.Path, settings: ("Limits__Enabled", "true"));

        // The first questions compile code and fill caches.
        await MeasureAsync(server, TimeSpan.FromSeconds(Math.Min(10, LongSeconds)));
        foreach (var kind in Enum.GetValues<FloodKind>())
        {
            await MeasureAsync(server, TimeSpan.FromSeconds(LongSeconds), new Flood(server.BaseAddress, kind, workerCount: 64));
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private async Task MeasureAsync(ServerProcess server, TimeSpan duration, params Flood[] floods)
    {
        var (visitor, official) = (new Visitor(server.BaseAddress), new Official(server.BaseAddress, "lan"));
        var (memory, database, uploads) = (server.WorkingSet, SizeOf("assistant.db*"), SizeOf("uploads"));
        using var stopping = new CancellationTokenSource(duration);
        await RunAsync(visitor, official, floods, stopping.Token);
        memory = (server.WorkingSet - memory) / Megabyte;
        (database, uploads) = ((SizeOf("assistant.db*") - database) / Megabyte, (SizeOf("uploads") - uploads) / Megabyte);
        var (flood, wait) = (floods.FirstOrDefault()?.ToString() ?? "Nothing", visitor.Percentile95);
        var result = string.Create(
            CultureInfo.InvariantCulture,
            $"{flood}; visitor: {visitor.AnswerCount} answers, 95 % within {wait.TotalMilliseconds:0} ms; official: {official.RoundCount} "
                + $"sign-ins; memory {memory} MB, database {database} MB, uploads {uploads} MB"
        );
        output.WriteLine(result);
        if (wait >= LongestWait || official.RoundCount < LeastSignIns || memory > MaxMegabytes || uploads > MaxUploadMegabytes)
        {
            failures.Add(result);
        }
    }

    private static async Task RunAsync(Visitor visitor, Official? official, Flood[] floods, CancellationToken stopping)
    {
        await Task.WhenAll([
            visitor.RunAsync(stopping),
            official?.RunAsync(stopping) ?? Task.CompletedTask,
            .. floods.Select(flood => flood.RunAsync(stopping)),
        ]);
        Assert.NotEqual(0, visitor.AnswerCount);
        Assert.All(floods, flood => Assert.DoesNotContain(HttpStatusCode.InternalServerError, flood.Statuses.Keys));
    }

    private long SizeOf(string pattern) =>
        pattern == "uploads"
            ? new DirectoryInfo(folder.File(pattern)).EnumerateFiles().Sum(file => file.Length)
            : new DirectoryInfo(folder.Path).EnumerateFiles(pattern).Sum(file => file.Length);
}
