using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Switches;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>A token of a web chat could be renewed for ever, and nobody could make it invalid.</summary>
public sealed class RevokedTokensTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_conversation_ends_after_its_lifetime_however_often_its_tokens_are_renewed()
    {
        await using var host = await StartAsync(("DirectLine:ConversationLifetime", "02:00:00"), ("Widget:ResumeLifetime", "01:30:00"));
        var (client, resume) = await GrantAsync(host);
        await client.StartAsync();
        for (var i = 0; i < 4; i++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(25));
            client.Token = (await client.RefreshAsync()).Json!["token"]!.GetValue<string>();
            resume = (await ResumeAsync(host, resume)).Json!["resume"]!.GetValue<string>();
        }

        var last = await client.RefreshAsync();
        Assert.Equal(20 * 60, last.Json!["expires_in"]!.GetValue<int>());
        client.Token = last.Json["token"]!.GetValue<string>();
        host.Time.Advance(TimeSpan.FromMinutes(21));
        var refused = await client.RefreshAsync();
        Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (refused.Status, refused.Code));
        Assert.Equal("TokenExpired", (await ResumeAsync(host, resume)).Code);
        Assert.Equal("TokenExpired", (await client.SayAsync("x")).Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_shell_ends_one_chat_or_all_with_tokens_resume_tokens_stream_addresses_and_sockets(bool isAll)
    {
        await using var host = await StartAsync();
        var ((client, resume), (other, otherResume)) = (await GrantAsync(host), await GrantAsync(host));
        await client.StartAsync();
        await other.StartAsync();
        using var socket = await DirectLineHost.OpenAsync(client.StreamUrl!);
        Assert.Contains("hello", await socket.ReceiveAsync(), StringComparison.Ordinal);
        var streamUrl = (await client.ReconnectAsync(null)).Json!["streamUrl"]!.GetValue<string>();

        Assert.Equal(0, OperationsCommands.EndChats(folder.Path, isAll ? null : client.ConversationId, TextWriter.Null, host.Time));
        host.Time.Advance(TimeSpan.FromSeconds(2));
        await AssertIsEndedAsync(host, client, resume, isExpected: true);
        await AssertIsEndedAsync(host, other, otherResume, isExpected: isAll);
        await Assert.ThrowsAnyAsync<Exception>(() => DirectLineHost.OpenAsync(streamUrl));
        await Wait.WhileAdvancingAsync(ReceiveCloseAsync(socket), host.Time, TimeSpan.FromSeconds(20));

        // A visitor begins a new chat.
        var (next, _) = await GrantAsync(host);
        Assert.Equal(HttpStatusCode.Created, (await next.StartAsync()).Status);
    }

    [Theory]
    [InlineData("/desk/switches/end-chats", "confirmed")]
    [InlineData("/desk/switches/WebChat", "endChats")]
    public async Task An_administrator_ends_all_chats_at_the_desk_also_together_with_the_switch(string action, string tick)
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        var chats = desk.Get<EndedChats>();
        await (await root.OpenAsync("/desk/switches")).SendAsync(action);
        Assert.False(chats.IsEnded("c", desk.Time.GetUtcNow()));
        desk.Get<SwitchBoard>().SwitchOn(Switch.WebChat);
        await (await root.OpenAsync("/desk/switches")).SendAsync(action, (tick, "true"));
        Assert.True(chats.IsEnded("c", desk.Time.GetUtcNow()));
        Assert.True(chats.IsEnded("c", null));
        Assert.False(chats.IsEnded("c", desk.Time.GetUtcNow() + TimeSpan.FromSeconds(1)));
    }

    private Task<DirectLineHost> StartAsync(params (string Key, string Value)[] settings) =>
        DirectLineHost.StartAsync(folder, settings: [("Turns:PendingInterval", "01:00:00"), .. settings]);

    private static async Task AssertIsEndedAsync(DirectLineHost host, DirectLineClient client, string resume, bool isExpected)
    {
        foreach (
            var status in new[]
            {
                (await client.RefreshAsync()).Status,
                (await client.PollAsync()).Status,
                (await client.SayAsync("x")).Status,
                (await client.ReconnectAsync(null)).Status,
                (await client.StartAsync()).Status,
                (await ResumeAsync(host, resume)).Status,
            }
        )
        {
            Assert.Equal(isExpected ? HttpStatusCode.NotFound : HttpStatusCode.OK, status);
        }
    }

    /// <summary>Receives empty keep-alives until the server closes the socket; the moved clock may also break it off.</summary>
    private static async Task<bool> ReceiveCloseAsync(DirectLineSocket socket)
    {
        try
        {
            while (await socket.ReceiveAsync() is { } frame)
            {
                Assert.Equal("", frame);
            }
        }
        catch (WebSocketException)
        {
            // Broken off.
        }

        return true;
    }

    private static async Task<(DirectLineClient Client, string Resume)> GrantAsync(DirectLineHost host)
    {
        var grant = (await CallAsync(host, "{}")).Json!;
        var client = new DirectLineClient(host.Http, grant["conversationId"]!.GetValue<string>(), grant["token"]!.GetValue<string>());
        return (client, grant["resume"]!.GetValue<string>());
    }

    private static Task<ServiceResponse> ResumeAsync(DirectLineHost host, string resume) =>
        CallAsync(host, new JsonObject { ["resume"] = resume }.ToJsonString());

    private static Task<ServiceResponse> CallAsync(DirectLineHost host, string json) =>
        DirectLineClient.CallAsync(host.Http, HttpMethod.Post, "/api/widget/token", null, json);
}
