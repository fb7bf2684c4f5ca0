using System.Net;
using System.Net.WebSockets;
using System.Text;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>
/// One visitor filled memory and disk: 6,000 messages, 400 MB of text, 400 MB of files, 400 web sockets, all accepted.
/// </summary>
public sealed class DoorLimitsTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<HttpClient> clients = [];

    public void Dispose()
    {
        clients.ForEach(client => client.Dispose());
        folder.Dispose();
    }

    [Fact]
    public async Task A_conversation_may_send_twenty_messages_a_minute_and_is_told_in_the_chat()
    {
        await using var host = await StartAsync();
        var (flooder, other) = (await StartConversationAsync(host, "203.0.113.1"), await StartConversationAsync(host, "203.0.113.1"));
        using var socket = await DirectLineHost.OpenAsync(flooder.StreamUrl!);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await flooder.SayAsync($"{i}")).Status);
            await flooder.PollUntilAsync($"echo {i}");
        }

        for (var i = 0; i < 3; i++)
        {
            var refused = await flooder.SayAsync("x");
            Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyRequests"), (refused.Status, refused.Code));
            Assert.True(refused.Response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
            Assert.Contains(
                "Anh/chị vui lòng đợi khoảng",
                refused.Json!["error"]!["message"]!.GetValue<string>(),
                StringComparison.Ordinal
            );
        }

        Assert.Equal(HttpStatusCode.OK, (await other.SayAsync("x")).Status);
        string frame;
        do
        {
            frame = (await socket.ReceiveAsync())!;
        } while (
            !frame.Contains("vui l\\u00F2ng", StringComparison.OrdinalIgnoreCase) && !frame.Contains("vui lòng", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_address_is_slowed_and_then_refused_an_IPv6_household_counts_as_one_and_an_exempt_network_not_at_all()
    {
        await using var host = await StartAsync(
            ("MessagesPerAddress", "1"),
            ("WaitingPerAddress", "1"),
            ("ExemptNetworks:0", "198.51.100.0/24")
        );
        await using var first = new Waiting(await StartConversationAsync(host, "203.0.113.1"));
        await first.IsThirdRefusedAsync(await StartConversationAsync(host, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, (await (await StartConversationAsync(host, "203.0.113.2")).SayAsync("x")).Status);

        await using var household = new Waiting(await StartConversationAsync(host, "2001:db8:1:2::1"));
        await household.IsThirdRefusedAsync(await StartConversationAsync(host, "2001:db8:1:2:ffff::2"));
        Assert.Equal(HttpStatusCode.OK, (await (await StartConversationAsync(host, "2001:db8:1:3::1")).SayAsync("x")).Status);

        var office = await StartConversationAsync(host, "198.51.100.9");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await office.SayAsync($"{i}")).Status);
        }
    }

    [Fact]
    public async Task The_waiting_messages_of_a_conversation_are_bounded()
    {
        var gate = new TaskCompletionSource();
        await using var host = await DirectLineHost.StartAsync(
            folder,
            async (turn, _) =>
            {
                if (turn.Activity.Text == "block")
                {
                    await gate.Task;
                }
            },
            settings: [("Limits:Enabled", "true"), ("Limits:QueuedPerConversation", "3")]
        );
        var client = await StartConversationAsync(host, "203.0.113.1");
        await Wait.UntilAsync(() => host.Get<PolicyAssistantBot.BotFramework.Turns.TurnQueue>().HasRoomFor("directline", "none"));
        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("block")).Status);
        var accepted = 1;
        while (accepted < 10 && (await client.SayAsync("x")).Status == HttpStatusCode.OK)
        {
            accepted++;
        }

        Assert.InRange(accepted, 2, 3); // The start of the conversation may still wait, too.
        var refused = await client.SayAsync("x");
        Assert.Equal(
            (HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(5)),
            (refused.Status, refused.Response.Headers.RetryAfter?.Delta)
        );
        gate.SetResult();
        await Wait.UntilAsync(async () => (await client.SayAsync("x")).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_message_has_at_most_64_thousand_characters_and_an_address_a_number_of_megabytes_a_day()
    {
        await using var host = await StartAsync(("MessageMegabytesPerAddress", "1"), ("MessagesPerConversation", "1000"));
        var client = await StartConversationAsync(host, "203.0.113.1");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.SayAsync(new string('x', 70_000))).Status);
        var accepted = 0;
        while (accepted < 30 && (await client.SayAsync(new string('x', 60_000))).Status == HttpStatusCode.OK)
        {
            await client.PollUntilAsync($"echo {new string('x', 60_000)}");
            accepted++;
        }

        Assert.Equal(16, accepted);
        Assert.Equal(HttpStatusCode.OK, (await (await StartConversationAsync(host, "203.0.113.2")).SayAsync("x")).Status);
    }

    [Fact]
    public async Task Uploads_are_limited_by_number_and_size_and_stop_while_the_disk_is_full()
    {
        await using (var host = await StartAsync(("UploadsPerConversation", "2"), ("UploadMegabytesPerConversation", "1")))
        {
            var client = await StartConversationAsync(host, "203.0.113.1");
            Assert.Equal(HttpStatusCode.OK, await UploadAsync(client, 900_000));
            Assert.Equal(HttpStatusCode.TooManyRequests, await UploadAsync(client, 900_000));
            Assert.Equal(HttpStatusCode.TooManyRequests, await UploadAsync(client, 1));
            Assert.Equal(HttpStatusCode.OK, await UploadAsync(await StartConversationAsync(host, "203.0.113.1"), 1));
            Assert.Equal(2, Directory.GetFiles(folder.File("uploads")).Length);
        }

        await using (var host = await StartAsync(("MinFreeDiskMegabytes", "1000000000")))
        {
            var client = await StartConversationAsync(host, "203.0.113.1");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await UploadAsync(client, 1));
            Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("x")).Status);
        }
    }

    [Fact]
    public async Task Web_sockets_tokens_and_polls_are_limited()
    {
        await using var host = await StartAsync(
            ("SocketsPerAddress", "1"),
            ("RefreshesPerAddress", "1"),
            ("WaitingPerAddress", "0"),
            ("PollsPerConversation", "2"),
            ("ConversationsPerAddress", "2")
        );
        var (first, second) = (await StartConversationAsync(host, "203.0.113.1"), await StartConversationAsync(host, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await CreateClientAsync(host, "203.0.113.1", start: false)).Status);
        using var open = await OpenAsync(first, "203.0.113.1");
        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(second, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, (await first.RefreshAsync()).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await second.RefreshAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await first.PollAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await first.PollAsync()).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await first.PollAsync()).Status);
    }

    private Task<DirectLineHost> StartAsync(params (string Key, string Value)[] limits) =>
        DirectLineHost.StartAsync(
            folder,
            settings: [("Limits:Enabled", "true"), .. limits.Select(limit => ($"Limits:{limit.Key}", limit.Value))]
        );

    private async Task<DirectLineClient> StartConversationAsync(DirectLineHost host, string address) =>
        (await CreateClientAsync(host, address, start: true)).Client;

    /// <summary>A client behind a proxy on this machine, which tells its address.</summary>
    private async Task<(DirectLineClient Client, HttpStatusCode Status)> CreateClientAsync(DirectLineHost host, string address, bool start)
    {
        var http = new HttpClient { BaseAddress = host.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        clients.Add(http);
        var client = await DirectLineClient.GenerateAsync(http, $"dl_{clients.Count}");
        var status = (await client.StartAsync()).Status;
        Assert.True(!start || status == HttpStatusCode.Created);
        return (client, status);
    }

    private static async Task<ClientWebSocket> OpenAsync(DirectLineClient client, string address)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("X-Forwarded-For", address);
        await socket.ConnectAsync(new Uri(client.StreamUrl!), default);
        return socket;
    }

    private static async Task<HttpStatusCode> UploadAsync(DirectLineClient client, int bytes)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(new string('x', bytes)));
        content.Headers.TryAddWithoutValidation("Content-Type", "text/plain");
        return (await client.UploadAsync(content, "?userId=u")).Status;
    }

    /// <summary>The first message of an address is accepted; the second waits.</summary>
    private sealed class Waiting(DirectLineClient client) : IAsyncDisposable
    {
        private Task<ServiceResponse> second = Task.FromResult<ServiceResponse>(null!);

        public async Task IsThirdRefusedAsync(DirectLineClient neighbour)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("1")).Status);
            second = client.SayAsync("2");
            await Wait.UntilAsync(async () => (await neighbour.SayAsync("3")).Status == HttpStatusCode.TooManyRequests);
            Assert.False(second.IsCompleted);
        }

        /// <summary>The request ends with its host.</summary>
        public ValueTask DisposeAsync()
        {
            _ = second.ContinueWith(task => task.Exception, TaskScheduler.Default);
            return ValueTask.CompletedTask;
        }
    }
}
