using System.Net;
using PolicyAssistantBot.BotFramework.DirectLine;

namespace PolicyAssistantBot.Tests.BotFramework.DirectLine;

/// <summary>Tokens and permissions (Direct Line conformance cases 1 to 11).</summary>
public sealed class TokenTests(DirectLineFixture fixture) : IClassFixture<DirectLineFixture>
{
    private const string Generate = "/v3/directline/tokens/generate";
    private const string Conversations = "/v3/directline/conversations";

    private readonly DirectLineHost host = fixture.Host;

    [Fact]
    public async Task Case01_generate_with_the_secret_gives_a_token_for_30_minutes()
    {
        var answer = await DirectLineClient.CallAsync(host.Http, HttpMethod.Post, Generate, DirectLineHost.Secret);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(1800, answer.Json!["expires_in"]!.GetValue<int>());
        Assert.NotEmpty(answer.Json["conversationId"]!.GetValue<string>());
        Assert.NotEmpty(answer.Json["token"]!.GetValue<string>());
    }

    [Fact]
    public async Task Case02_user_and_trusted_origins_are_embedded()
    {
        var client = await host.CreateClientAsync("dl_embedded", ["https://site.example"]);
        var token = Assert.IsType<UnprotectResult<DirectLineToken>.Valid>(host.Get<DirectLineTokens>().Unprotect(client.Token)).Value;
        Assert.Equal("dl_embedded", token.UserId);
        Assert.Equal(["https://site.example"], token.TrustedOrigins);
        Assert.DoesNotContain("dl_embedded", client.Token, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case03_a_wrong_secret_is_refused()
    {
        var answer = await DirectLineClient.CallAsync(host.Http, HttpMethod.Post, Generate, "wrong");
        Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("POST", Generate)]
    [InlineData("POST", Conversations)]
    [InlineData("POST", "/v3/directline/tokens/refresh")]
    [InlineData("GET", Conversations + "/c/activities")]
    public async Task Case04_no_header_is_401(string method, string path)
    {
        var answer = await DirectLineClient.CallAsync(host.Http, new HttpMethod(method), path, bearer: null);
        Assert.Equal((HttpStatusCode.Unauthorized, "Unauthorized"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Case05_start_gives_201_and_a_stream_url()
    {
        var client = await host.CreateClientAsync();
        var answer = await client.StartAsync();
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(client.ConversationId, answer.Json!["conversationId"]!.GetValue<string>());
        Assert.StartsWith(
            $"ws://{host.BaseAddress.Authority}/v3/directline/conversations/{client.ConversationId}/stream?t=",
            client.StreamUrl,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Case06_starting_again_gives_200_and_the_same_conversation_and_greets_once()
    {
        var client = await host.StartConversationAsync();
        await client.PollUntilAsync("hello");
        var again = await client.StartAsync();
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(client.ConversationId, again.Json!["conversationId"]!.GetValue<string>());
        await client.SayAsync("x");
        Assert.Equal(["hello", "x", "echo x"], (await client.PollUntilAsync("echo x")).Select(a => a!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Case07_a_token_of_one_conversation_is_refused_on_another()
    {
        var mine = await host.StartConversationAsync();
        var yours = await host.StartConversationAsync();
        yours.Token = mine.Token;
        Assert.Equal(HttpStatusCode.Forbidden, (await yours.SayAsync("x")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await yours.PollAsync()).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await yours.ReconnectAsync("0")).Status);
    }

    [Fact]
    public async Task Case08_from_is_overwritten_with_the_user_of_the_token()
    {
        var client = await host.StartConversationAsync("dl_me");
        await client.PostAsync(
            """
            {"type":"message","text":"x","from":{"id":"somebody","role":"bot","aadObjectId":"a1"},
             "conversation":{"id":"other"},"channelId":"msteams"}
            """
        );
        var mine = (await client.PollUntilAsync("echo x")).Single(a => a!["text"]!.GetValue<string>() == "x")!;
        Assert.Equal("dl_me", mine["from"]!["id"]!.GetValue<string>());
        Assert.Equal("user", mine["from"]!["role"]!.GetValue<string>());
        Assert.Null(mine["from"]!["aadObjectId"]);
        Assert.Equal(client.ConversationId, mine["conversation"]!["id"]!.GetValue<string>());
        Assert.Equal("directline", mine["channelId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Case09_a_reserved_user_id_that_is_not_embedded_is_refused()
    {
        var client = await host.CreateClientAsync("dl_me");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.StartAsync("""{"user":{"id":"dl_victim"}}""")).Status);
        await client.StartAsync();
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await client.PostAsync("""{"type":"message","text":"x","from":{"id":"dl_victim"}}""")).Status
        );
        var withSecret = await DirectLineClient.CallAsync(
            host.Http,
            HttpMethod.Post,
            Conversations,
            DirectLineHost.Secret,
            """{"user":{"id":"dl_victim"}}"""
        );
        Assert.Equal(HttpStatusCode.BadRequest, withSecret.Status);
    }

    [Fact]
    public async Task Case10_refresh_gives_a_new_token_for_the_same_conversation()
    {
        var client = await host.StartConversationAsync();
        host.Time.Advance(TimeSpan.FromMinutes(29));
        var fresh = await client.RefreshAsync();
        Assert.Equal(client.ConversationId, fresh.Json!["conversationId"]!.GetValue<string>());
        host.Time.Advance(TimeSpan.FromMinutes(2));
        client.Token = fresh.Json["token"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, (await client.PollAsync()).Status);
    }

    [Fact]
    public async Task Case11_an_expired_token_is_403_TokenExpired()
    {
        var client = await host.StartConversationAsync();
        host.Time.Advance(TimeSpan.FromMinutes(30));
        ServiceResponse[] answers =
        [
            await client.RefreshAsync(),
            await client.PollAsync(),
            await client.SayAsync("x"),
            await client.ReconnectAsync("0"),
        ];
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (a.Status, a.Code)));
    }

    [Fact]
    public async Task A_tampered_token_is_refused()
    {
        var client = await host.StartConversationAsync();
        client.Token = client.Token[..^2] + (client.Token.EndsWith("AA", StringComparison.Ordinal) ? "BB" : "AA");
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PollAsync()).Status);
    }

    [Fact]
    public async Task A_stream_ticket_is_not_accepted_as_a_token()
    {
        var client = await host.StartConversationAsync();
        client.Token = client.StreamUrl!.Split("t=")[1];
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PollAsync()).Status);
    }
}
