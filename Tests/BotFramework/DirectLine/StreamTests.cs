using System.Net.WebSockets;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.BotFramework.DirectLine;

/// <summary>WebSocket streams (Direct Line conformance cases 12 to 19 and 32).</summary>
public sealed class StreamTests(DirectLineFixture fixture) : IClassFixture<DirectLineFixture>
{
    private readonly DirectLineHost host = fixture.Host;

    [Fact]
    public async Task Case12_a_stream_url_is_refused_after_a_minute_and_reconnect_gives_a_new_one()
    {
        var client = await host.StartConversationAsync();
        host.Time.Advance(TimeSpan.FromSeconds(61));
        await Assert.ThrowsAsync<WebSocketException>(() => DirectLineHost.OpenAsync(client.StreamUrl!));
        var again = await client.ReconnectAsync("0");
        using var socket = await DirectLineHost.OpenAsync(again.Json!["streamUrl"]!.GetValue<string>());
        await socket.ReceiveUntilAsync("hello");
    }

    [Fact]
    public async Task Case13_a_stream_url_works_once_and_only_for_its_conversation()
    {
        var client = await host.StartConversationAsync();
        var other = await host.StartConversationAsync();
        await Assert.ThrowsAsync<WebSocketException>(() =>
            DirectLineHost.OpenAsync(client.StreamUrl!.Replace(client.ConversationId, other.ConversationId, StringComparison.Ordinal))
        );
        using var socket = await DirectLineHost.OpenAsync(client.StreamUrl!);
        await Assert.ThrowsAsync<WebSocketException>(() => DirectLineHost.OpenAsync(client.StreamUrl!));
    }

    [Fact]
    public async Task Case14_a_second_socket_closes_the_first_with_a_collision_status()
    {
        var client = await host.StartConversationAsync();
        using var first = await DirectLineHost.OpenAsync(client.StreamUrl!);
        await first.ReceiveUntilAsync("hello");
        using var second = await DirectLineHost.OpenAsync((await client.ReconnectAsync("")).Json!["streamUrl"]!.GetValue<string>());
        Assert.Null(await first.ReceiveAsync());
        Assert.Equal("collision", first.CloseReason);
        await client.SayAsync("x");
        await second.ReceiveUntilAsync("echo x");
    }

    [Fact]
    public async Task Case15_activities_before_the_socket_connects_are_replayed()
    {
        var client = await host.StartConversationAsync();
        await client.SayAsync("early");
        await client.PollUntilAsync("echo early");
        using var socket = await DirectLineHost.OpenAsync(client.StreamUrl!);
        var (activities, _) = await socket.ReceiveUntilAsync("echo early");
        Assert.Equal(["hello", "early", "echo early"], activities.Select(a => a["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Case16_reconnect_with_a_watermark_replays_missed_activities_in_order_once()
    {
        var client = await host.StartConversationAsync();
        string? watermark;
        using (var socket = await DirectLineHost.OpenAsync(client.StreamUrl!))
        {
            await client.SayAsync("1");
            (_, watermark) = await socket.ReceiveUntilAsync("echo 1");
            await socket.CloseAsync();
        }

        foreach (var text in (string[])["2", "3", "4"])
        {
            await client.SayAsync(text);
            await client.PollUntilAsync($"echo {text}");
        }

        using var again = await DirectLineHost.OpenAsync((await client.ReconnectAsync(watermark)).Json!["streamUrl"]!.GetValue<string>());
        await client.SayAsync("5");
        var (activities, _) = await again.ReceiveUntilAsync("echo 5");
        Assert.Equal(["2", "echo 2", "3", "echo 3", "4", "echo 4", "5", "echo 5"], activities.Select(a => a["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Case17_reconnect_without_a_watermark_gives_only_new_activities()
    {
        var client = await host.StartConversationAsync();
        await client.PollUntilAsync("hello");
        using var socket = await DirectLineHost.OpenAsync((await client.ReconnectAsync(null)).Json!["streamUrl"]!.GetValue<string>());
        await client.SayAsync("new");
        var (activities, _) = await socket.ReceiveUntilAsync("echo new");
        Assert.Equal(["new", "echo new"], activities.Select(a => a["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Case18_typing_is_sent_over_the_socket_without_a_watermark_and_not_stored()
    {
        var client = await host.StartConversationAsync();
        using var socket = await DirectLineHost.OpenAsync(client.StreamUrl!);
        await socket.ReceiveUntilAsync("hello");
        await client.SayAsync("think");
        var frames = new List<string>();
        while (!frames.Exists(f => f.Contains("echo think", StringComparison.Ordinal)))
        {
            frames.Add((await socket.ReceiveAsync())!);
        }

        var typing = Assert.Single(frames, f => f.Contains("\"type\":\"typing\"", StringComparison.Ordinal));
        Assert.DoesNotContain("watermark", typing, StringComparison.Ordinal);
        Assert.All((await client.PollUntilAsync("echo think")), a => Assert.NotEqual("typing", a!["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Case19_an_empty_frame_is_ignored_and_an_idle_server_sends_empty_frames()
    {
        var client = await host.StartConversationAsync();
        using var socket = await DirectLineHost.OpenAsync(client.StreamUrl!);
        await socket.ReceiveUntilAsync("hello");
        await socket.SendAsync("");
        await socket.SendAsync("");
        await client.SayAsync("still here");
        await socket.ReceiveUntilAsync("echo still here");
        Assert.Equal("", await Wait.WhileAdvancingAsync(socket.ReceiveAsync(), host.Time, TimeSpan.FromSeconds(9)));
    }

    [Fact]
    public async Task Case32_a_socket_from_a_foreign_origin_is_refused()
    {
        var client = await host.CreateClientAsync("dl_u", ["https://site.example"]);
        await client.StartAsync();
        using var foreign = new ClientWebSocket();
        foreign.Options.SetRequestHeader("Origin", "https://evil.example");
        foreign.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => foreign.ConnectAsync(new Uri(client.StreamUrl!), default));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, foreign.HttpStatusCode);

        foreach (var origin in (string[])["https://site.example", $"http://{host.BaseAddress.Authority}"])
        {
            var url = (await client.ReconnectAsync("")).Json!["streamUrl"]!.GetValue<string>();
            using var trusted = await DirectLineHost.OpenAsync(url, origin);
        }
    }
}
