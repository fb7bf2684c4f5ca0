using System.Net;
using System.Text.Json.Nodes;

namespace PolicyAssistantBot.Tests.BotFramework.DirectLine;

/// <summary>Posting and polling (Direct Line conformance cases 20 to 26, 30, 31, 34 and 35).</summary>
public sealed class TranscriptTests(DirectLineFixture fixture) : IClassFixture<DirectLineFixture>
{
    private readonly DirectLineHost host = fixture.Host;

    [Fact]
    public async Task Case20_an_empty_watermark_gives_everything_and_the_last_one_gives_nothing_and_the_same_watermark()
    {
        var client = await host.StartConversationAsync();
        await client.SayAsync("x");
        await client.PollUntilAsync("echo x");
        var all = await client.PollAsync();
        Assert.Equal(3, all.Json!["activities"]!.AsArray().Count);
        var last = all.Json["watermark"]!.GetValue<string>();
        var next = await client.PollAsync(last);
        Assert.Empty(next.Json!["activities"]!.AsArray());
        Assert.Equal(last, next.Json["watermark"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("garbage", HttpStatusCode.BadRequest)]
    [InlineData("-1", HttpStatusCode.BadRequest)]
    [InlineData("99999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("1%20OR%201=1", HttpStatusCode.BadRequest)]
    [InlineData("4000000", HttpStatusCode.OK)]
    public async Task Case21_an_unknown_watermark_is_400_and_one_past_the_end_begins_anew(string watermark, HttpStatusCode expected)
    {
        var client = await host.StartConversationAsync();
        await client.PollUntilAsync("hello");
        var answer = await client.PollAsync(watermark);
        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected, (await client.ReconnectAsync(watermark)).Status);
        if (expected == HttpStatusCode.OK)
        {
            Assert.True(answer.Json!["watermark"]!.GetValue<string>().Length < watermark.Length);
            Assert.Contains("hello", answer.Json["activities"]!.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Case22_the_echo_keeps_the_client_activity_id()
    {
        var client = await host.StartConversationAsync();
        var posted = await client.SayAsync("xin chào", "qvlp84e0zsk");
        var mine = (await client.PollUntilAsync("echo xin chào")).Single(a => a!["text"]!.GetValue<string>() == "xin chào")!;
        Assert.Equal(posted.Json!["id"]!.GetValue<string>(), mine["id"]!.GetValue<string>());
        Assert.Equal("qvlp84e0zsk", mine["channelData"]!["clientActivityID"]!.GetValue<string>());
        Assert.Equal("user", mine["from"]!["role"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_same_client_activity_is_accepted_once()
    {
        var client = await host.StartConversationAsync();
        var ids = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(async _ => (await client.SayAsync("x", "same")).Json!["id"]!.GetValue<string>())
        );
        Assert.Single(ids.Distinct());
        await client.SayAsync("y");
        Assert.Equal(
            ["hello", "x", "echo x", "y", "echo y"],
            (await client.PollUntilAsync("echo y")).Select(a => a!["text"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task Case23_server_timestamps_increase_within_a_conversation()
    {
        var client = await host.StartConversationAsync();
        for (var i = 0; i < 5; i++)
        {
            await client.PostAsync($$"""{"type":"message","text":"{{i}}","timestamp":"2001-01-01T00:00:00Z"}""");
            await client.PollUntilAsync($"echo {i}");
        }

        var stamps = (await client.PollUntilAsync("echo 4")).Select(a => a!["timestamp"]!.GetValue<DateTimeOffset>()).ToArray();
        Assert.Equal(11, stamps.Length);
        Assert.Equal(stamps.Distinct().Order(), stamps);
    }

    [Fact]
    public async Task Case24_a_post_is_acknowledged_and_echoed_while_the_turn_still_runs()
    {
        var client = await host.StartConversationAsync();
        var answer = await client.SayAsync("wait").WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain(await client.PollUntilAsync("wait"), a => a!["text"]!.GetValue<string>() == "echo wait");
        fixture.Gate.SetResult();
        await client.PollUntilAsync("echo wait");
    }

    [Fact]
    public async Task Case25_an_activity_over_64_K_characters_is_413_and_a_smaller_one_is_accepted()
    {
        var client = await host.StartConversationAsync();
        var tooLarge = await client.SayAsync(new string('x', 64 * 1024));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"), (tooLarge.Status, tooLarge.Code));
        var largeInBytes = await client.PostAsync("{\"type\":\"message\",\"text\":\"" + new string('ệ', 63 * 1024) + "\"}");
        Assert.Equal(HttpStatusCode.OK, largeInBytes.Status);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":"conversationUpdate"}""")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action"}""")]
    public async Task Case26_an_invalid_client_activity_is_400_with_a_body(string body)
    {
        var client = await host.StartConversationAsync();
        var answer = await client.PostAsync(body);
        Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Case30_a_conversation_that_was_never_started_is_404()
    {
        var client = await host.CreateClientAsync();
        ServiceResponse[] answers = [await client.SayAsync("x"), await client.PollAsync(), await client.ReconnectAsync("")];
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.NotFound, a.Status));
    }

    [Theory]
    [InlineData(DirectLineHost.TrustedOrigin, true)]
    [InlineData("https://evil.example", false)]
    public async Task Case31_preflight_allows_only_listed_origins(string origin, bool allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins));
        if (!allowed)
        {
            return;
        }

        Assert.Equal(origin, origins!.Single());
        Assert.Contains("Origin", response.Headers.GetValues("Vary"));
        Assert.Equal("GET,POST,OPTIONS", response.Headers.GetValues("Access-Control-Allow-Methods").Single());
        Assert.Equal(4, response.Headers.GetValues("Access-Control-Allow-Headers").Single().Split(',').Length);
        Assert.True(response.Headers.Contains("Access-Control-Max-Age"));
    }

    [Fact]
    public async Task Case34_no_poll_fails_under_load()
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => host.StartConversationAsync($"dl_{i}")));
        var answers = await Task.WhenAll(
            clients.SelectMany(c =>
                Enumerable
                    .Range(0, 50)
                    .Select(async i =>
                    {
                        await c.SayAsync($"{i}");
                        return (await c.PollAsync()).Status;
                    })
            )
        );
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Theory]
    [InlineData("""{"verb":"send","ward":"Hoàn Kiếm"}""")]
    [InlineData("\"just text\"")]
    public async Task Case35_a_postback_value_is_an_object_or_a_string(string value)
    {
        var client = await host.StartConversationAsync();
        var answer = await client.PostAsync(
            $$$"""{"type":"message","value":{{{value}}},"channelData":{"postBack":true,"clientActivityID":"p1"},"attachments":[]}"""
        );
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var mine = (await client.PollUntilAsync($"echo {JsonNode.Parse(value)!.ToJsonString()}")).Single(a => a!["value"] is not null)!;
        Assert.Equal(JsonNode.Parse(value)!.ToJsonString(), mine["value"]!.ToJsonString());
        Assert.Null(mine["text"]);
    }
}
