using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

/// <summary>Streamed replies.</summary>
public sealed class StreamTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Case86_Each_chunk_contains_all_text_so_far_in_order_and_the_final_message_has_no_number()
    {
        await using var host = await StartAsync();
        await SayAsync(host, new TeamsChat());
        var calls = host.Connector.Calls;
        Assert.Equal(["tìm…", "một ", "một hai ", "một hai ba"], calls.Select(c => c.Text));
        Assert.Equal(["typing", "typing", "typing", "message"], calls.Select(c => c.Body!["type"]!.ToString()));
        Assert.Equal(["informative", "streaming", "streaming", "final"], calls.Select(c => Info(c)["streamType"]!.ToString()));
        Assert.Equal([1, 2, 3], calls.Take(3).Select(c => Info(c)["streamSequence"]!.GetValue<int>()));
        Assert.Null(Info(calls[3])["streamSequence"]);
        Assert.Null(Info(calls[0])["streamId"]);
        Assert.All(calls.Skip(1), c => Assert.Equal("given-1", Info(c)["streamId"]!.ToString()));
    }

    [Fact]
    public async Task Case87_After_a_stop_nothing_more_is_sent()
    {
        await using var host = await StartAsync();
        host.Connector.ResponseOverride = call => call.Text == "một " ? FakeConnector.Error(403, "ContentStreamNotAllowed") : null;
        await SayAsync(host, new TeamsChat(), calls: 2);
        await host.DeliverAsync();
        Assert.Equal(2, host.Connector.Calls.Count);
    }

    [Fact]
    public async Task Case88_In_a_group_the_reply_is_not_streamed()
    {
        await using var host = await StartAsync();
        await SayAsync(host, new TeamsChat("19:g@thread.v2", type: "groupChat"), calls: 1);
        var call = Assert.Single(host.Connector.Calls);
        Assert.Equal(("message", "một hai ba"), (call.Body!["type"]!.ToString(), call.Text));
        Assert.Null(call.Body["entities"]);
    }

    [Fact]
    public async Task On_the_web_chunks_and_final_message_have_the_properties_of_Web_Chat()
    {
        var time = new FakeTime();
        var sent = new List<Activity>();
        var turn = new TurnContext(
            new Activity
            {
                Type = ActivityTypes.Message,
                ChannelId = ChannelIds.Directline,
                Conversation = new ConversationAccount { Id = "c" },
            },
            new TurnStates(new StateDocument("c", [], 0)),
            new Socket(sent)
        );
        var stream = new StreamingResponse(turn, null, time);
        await stream.ShowProgressAsync("tìm…", default);
        time.Advance(TimeSpan.FromSeconds(1));
        await stream.AppendAsync("một", default);
        await stream.EndAsync(MessageFactory.Text("một hai"), default);

        Assert.Equal(
            ["""{"streamType":"informative","streamSequence":1}""", """{"streamType":"streaming","streamSequence":2,"streamId":"s1"}"""],
            sent.Select(activity => activity.ChannelData!.ToJsonString())
        );
        var end = Assert.Single(turn.Outgoing);
        Assert.Equal(("một hai", """{"streamType":"final","streamId":"s1"}"""), (end.Text, end.ChannelData!.ToJsonString()));
    }

    /// <summary>Assigns ids like an open socket.</summary>
    private sealed class Socket(List<Activity> sent) : IEphemeralSender
    {
        public Task SendAsync(Activity activity, CancellationToken cancellationToken)
        {
            sent.Add(activity);
            activity.Id = $"s{sent.Count}";
            return Task.CompletedTask;
        }
    }

    private Task<TeamsHost> StartAsync()
    {
        TeamsHost? host = null;
        return Start();

        async Task<TeamsHost> Start() =>
            host = await TeamsHost.StartAsync(
                folder,
                async (turn, cancellationToken) =>
                {
                    var stream = new StreamingResponse(turn, host!.Get<ConnectorClient>(), host.Time);
                    await stream.ShowProgressAsync("tìm…", cancellationToken);
                    foreach (var piece in new[] { "một ", "hai ", "ba" })
                    {
                        if (piece != "ba")
                        {
                            host.Time.Advance(TimeSpan.FromSeconds(1));
                        }

                        await stream.AppendAsync(piece, cancellationToken);
                    }

                    await stream.EndAsync(MessageFactory.Text("một hai ba"), cancellationToken);
                }
            );
    }

    private static async Task SayAsync(TeamsHost host, TeamsChat chat, int calls = 4)
    {
        using var response = await host.PostAsync(chat.Mention("?"));
        await Wait.UntilAsync(() => host.Connector.Calls.Count >= calls);
    }

    private static JsonNode Info(ConnectorCall call) => call.Body!["entities"]!.AsArray().Single()!;
}
