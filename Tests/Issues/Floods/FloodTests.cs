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
    private const int LeastPages = 20;

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
            var visitor = new Visitor(host.BaseAddress);
            var running = RunAsync(visitor, null, floods, refused.Token);
            await Wait.UntilAsync(() => running.IsCompleted || floods.All(flood => flood.RefusedCount > 0));
            await refused.CancelAsync();
            await running;
            Assert.NotEqual(0, visitor.AnswerCount);
            Assert.True(visitor.RefusalCount == 0, visitor.Refusals);
            return;
        }

        await using (var desk = await DeskHost.OpenAsync(folder))
        {
            await desk.CreateAsync("lan", Roles.Official);
        }

        await using var server = await ServerProcess.StartAsync(folder.Path, settings: ("Limits__Enabled", "true"));

        // The first questions compile code and fill caches, and the official's browser becomes one that the service knows.
        using var browser = FloodClient.Browse(server.BaseAddress, Official.Address);
        await MeasureAsync(server, browser, TimeSpan.FromSeconds(Math.Min(10, LongSeconds)), null);
        foreach (var kind in Enum.GetValues<FloodKind>())
        {
            var flood = new Flood(server.BaseAddress, kind, workerCount: 64);
            await MeasureAsync(server, browser, TimeSpan.FromSeconds(LongSeconds), flood);
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    /// <param name="flood">Null measures without one, and nothing counts as a fault.</param>
    private async Task MeasureAsync(ServerProcess server, Desk.Browser browser, TimeSpan duration, Flood? flood)
    {
        var (visitor, official) = (new Visitor(server.BaseAddress), new Official(browser, "lan"));
        var (memory, database, uploads) = (server.WorkingSet, SizeOf("assistant.db*"), SizeOf("uploads"));
        using var stopping = new CancellationTokenSource(duration);
        await RunAsync(visitor, official, flood is null ? [] : [flood], stopping.Token);
        memory = (server.WorkingSet - memory) / Megabyte;
        (database, uploads) = ((SizeOf("assistant.db*") - database) / Megabyte, (SizeOf("uploads") - uploads) / Megabyte);
        var wait = visitor.Percentile95;
        var result = string.Create(
            CultureInfo.InvariantCulture,
            $"{flood?.ToString() ?? "Nothing"}\n"
                + $"  visitor: {visitor.AnswerCount} answers, 95 % within {wait?.TotalMilliseconds:0} ms, "
                + $"{visitor.RepetitionCount} sent again, {visitor.Refusals}\n"
                + $"  official: signed in within {official.SignInTime?.TotalSeconds:0.0} s, {official.PageCount} pages, {official.Refusals}\n"
                + $"  growth: memory {memory} MB, database {database} MB, uploads {uploads} MB"
        );
        output.WriteLine(result);
        string[] faults =
        [
            .. Fault(
                wait is null || wait >= LongestWait,
                $"95 % of the visitor's answers have to come within {LongestWait.TotalSeconds} s"
            ),
            .. Fault(visitor.RefusalCount > 0, "the visitor was refused"),
            .. Fault(official.PageCount < LeastPages, $"the official saw fewer than {LeastPages} pages"),
            .. Fault(official.RefusalCount > 0, "the official was refused"),
            .. Fault(memory > MaxMegabytes, $"more than {MaxMegabytes} MB of memory"),
            .. Fault(database > MaxMegabytes, $"more than {MaxMegabytes} MB in the database"),
            .. Fault(uploads > MaxUploadMegabytes, $"more than {MaxUploadMegabytes} MB of uploads"),
        ];
        if (flood is not null && faults.Length > 0)
        {
            failures.Add($"{string.Join("; ", faults)}: {result}");
        }
    }

    private static IEnumerable<string> Fault(bool found, string text) => found ? [text] : [];

    private static async Task RunAsync(Visitor visitor, Official? official, Flood[] floods, CancellationToken stopping)
    {
        await Task.WhenAll([
            visitor.RunAsync(stopping),
            official?.RunAsync(stopping) ?? Task.CompletedTask,
            .. floods.Select(flood => flood.RunAsync(stopping)),
        ]);
        Assert.All(floods, flood => Assert.DoesNotContain(HttpStatusCode.InternalServerError, flood.Statuses.Keys));
    }

    private long SizeOf(string pattern)
    {
        var directory = new DirectoryInfo(pattern == "uploads" ? folder.File(pattern) : folder.Path);
        return directory.Exists ? directory.EnumerateFiles(pattern == "uploads" ? "*" : pattern).Sum(file => file.Length) : 0;
    }
}
