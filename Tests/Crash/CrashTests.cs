using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Crash;

/// <summary>
/// The real program is killed at ten random moments of 500 turns, 50 requests and an official's work on them: no acknowledged message is
/// lost or repeated, and every case and its history are complete.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Seed = 20261122;
    private const int KillCount = 10;
    private const int ClientCount = 10;
    private const int QuestionsPerClient = 50;
    private const int RequestsPerClient = 5;
    private const int ReplyCount = 12;
    private const int TotalTurns = ClientCount * (QuestionsPerClient + (RequestsPerClient * 3));

    private static readonly string[] Questions =
    [
        "Thế nào là doanh nghiệp nhỏ và vừa?",
        "ho tro tu van cho DNNVV",
        "trợ giúp",
        "What support is there for small businesses?",
    ];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Acknowledged_messages_are_neither_lost_nor_repeated()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        var random = new Random(Seed);
        var moments = new Queue<int>(Enumerable.Range(0, KillCount).Select(_ => random.Next(1, TotalTurns)).Order());
        var acknowledged = 0;

        await using (var desk = await DeskHost.OpenAsync(folder, DatabaseKind.Sqlite))
        {
            await desk.CreateAsync("lan", Roles.Official);
        }

        var server = await StartAsync(ServerProcess.FreeAddress());
        var root = server.BaseAddress;
        using var http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) })
        {
            BaseAddress = root,
            Timeout = TimeSpan.FromSeconds(30),
        };
        var clients = Enumerable
            .Range(0, ClientCount)
            .Select(n => new RetryingClient(http, $"{n}", patience.Token) { Acknowledged = () => Interlocked.Increment(ref acknowledged) })
            .ToArray();
        using var browser = new Desk.Browser(
            new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2), AllowAutoRedirect = false },
            root
        );
        var official = new RetryingOfficial(browser, patience.Token);
        var working = AllOrFirstFailureAsync([.. clients.Select(WorkAsync), official.WorkAsync("lan", ReplyCount)]);
        try
        {
            while (moments.TryDequeue(out var moment))
            {
                while (Volatile.Read(ref acknowledged) < moment && !working.IsCompleted)
                {
                    await Wait.PauseAsync(patience.Token);
                }

                if (working.IsFaulted)
                {
                    break;
                }

                await Task.Delay(random.Next(0, 15), patience.Token);
                await server.KillAsync();
                await server.DisposeAsync();
                server = await StartAsync(root.ToString());
            }

            await working;
            await Wait.UntilAsync(async () => await QueryAsync("SELECT COUNT(*) FROM DelayedNotices") is ["0"]);
            foreach (var client in clients)
            {
                Check(client, official, await client.TranscriptAsync());
            }
        }
        finally
        {
            await server.DisposeAsync();
        }

        await CheckDatabaseAsync(clients, official);
    }

    private Task<ServerProcess> StartAsync(string url) =>
        ServerProcess.StartAsync(
            folder.Path,
            url,
            ("Turns__PendingInterval", "00:00:01"),
            ("Requests__UndoWindow", "00:00:02"),
            ("DOTNET_TieredPGO", "0")
        );

    /// <summary>Ends with the first failure, because the other tasks would wait for the failed one until the time limit.</summary>
    private static async Task AllOrFirstFailureAsync(List<Task> tasks)
    {
        while (tasks.Count > 0)
        {
            var ended = await Task.WhenAny(tasks);
            await ended;
            tasks.Remove(ended);
        }
    }

    private static async Task WorkAsync(RetryingClient client)
    {
        await client.StartAsync();
        for (var i = 0; i < QuestionsPerClient; i++)
        {
            await client.SayAsync(Questions[i % Questions.Length]);
            if (i % (QuestionsPerClient / RequestsPerClient) == 0)
            {
                await client.RequestAsync();
            }
        }
    }

    private static void Check(RetryingClient client, RetryingOfficial official, List<JsonObject> transcript)
    {
        var notices = transcript.Where(a => a["channelData"]?["caseEvent"] is not null).ToList();
        transcript = [.. transcript.Except(notices)];
        Assert.Equal(
            client.CaseNumbers.Intersect(official.Answered).Order(),
            notices.Select(a => a["channelData"]!["caseNumber"]!.GetValue<string>()).Order()
        );

        var ownActivities = transcript
            .Where(a => Role(a) == "user")
            .ToDictionary(a => a["channelData"]!["clientActivityID"]!.GetValue<string>(), a => a["id"]!.GetValue<string>());
        Assert.Equal(client.Acknowledgements.OrderBy(a => a.Key), ownActivities.OrderBy(a => a.Key));
        Assert.Equal(transcript.Count, transcript.Select(a => a["id"]!.GetValue<string>()).Distinct().Count());

        var replies = transcript
            .Where(a => Role(a) == "bot")
            .GroupBy(a => a["replyToId"]!.GetValue<string>())
            .ToDictionary(g => g.Key, g => g.ToList());
        Assert.All(ownActivities.Values, id => Assert.True(replies.ContainsKey(id), $"{id} has no answer"));
        Assert.All(replies.Values, group => Assert.Equal(group.Count, group.Select(Content).Distinct().Count()));
    }

    private async Task CheckDatabaseAsync(RetryingClient[] clients, RetryingOfficial official)
    {
        var receivedNumbers = clients.SelectMany(c => c.CaseNumbers).ToArray();
        Assert.Equal(ClientCount * RequestsPerClient, receivedNumbers.Distinct().Count());
        Assert.Equal(receivedNumbers.Order(), (await QueryAsync("SELECT CaseNumber FROM Requests")).Order());
        Assert.Equal(official.Answered.Order(), (await QueryAsync("SELECT CaseNumber FROM Requests WHERE Status = 'Answered'")).Order());
        Assert.Equal(["0"], await QueryAsync("SELECT COUNT(*) FROM Activities WHERE Progress = 0"));
        await VerifyAsync();
    }

    private async Task VerifyAsync()
    {
        await using var output = new StringWriter();
        Assert.Equal(0, await DeskCommands.VerifyAsync(folder.Path, output, TextWriter.Null, default));
        Assert.Equal(
            $"{ClientCount * RequestsPerClient} cases, {(ClientCount * RequestsPerClient) + (2 * ReplyCount)} entries, 0 broken",
            output.ToString().Trim()
        );
    }

    private async Task<List<string>> QueryAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={folder.File("assistant.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetValue(0).ToString()!);
        }

        return values;
    }

    private static string Role(JsonObject activity) => activity["from"]!["role"]!.GetValue<string>();

    /// <summary>The content of an activity without its unique properties.</summary>
    private static string Content(JsonObject activity) =>
        activity["type"]!.GetValue<string>() + activity["text"]?.ToJsonString() + activity["attachments"]?.ToJsonString();
}
