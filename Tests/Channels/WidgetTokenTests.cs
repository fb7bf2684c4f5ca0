using System.Net;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

public sealed class WidgetTokenTests : IDisposable
{
    private const string Path = "/api/widget/token";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_visitor_returns_to_the_conversation_long_after_the_token_expired()
    {
        await using var host = await DirectLineHost.StartAsync(folder, settings: [("Turns:PendingInterval", "01:00:00")]);
        var grant = await DirectLineClient.CallAsync(
            host.Http,
            HttpMethod.Post,
            Path,
            null,
            """{"locale":"vi"}""",
            DirectLineHost.TrustedOrigin
        );
        Assert.Equal(HttpStatusCode.OK, grant.Status);
        Assert.Equal(DirectLineHost.TrustedOrigin, grant.Response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var client = new DirectLineClient(
            host.Http,
            grant.Json!["conversationId"]!.GetValue<string>(),
            grant.Json["token"]!.GetValue<string>()
        );
        await client.StartAsync();
        await client.PollUntilAsync("hello");

        host.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal("TokenExpired", (await client.PollAsync()).Code);
        var again = await DirectLineClient.CallAsync(host.Http, HttpMethod.Post, Path, null, $$"""{"resume":"{{grant.Json["resume"]}}"}""");
        Assert.Equal(client.ConversationId, again.Json!["conversationId"]!.GetValue<string>());
        client.Token = again.Json["token"]!.GetValue<string>();
        await client.PollUntilAsync("hello");

        host.Time.Advance(TimeSpan.FromDays(90));
        var late = await DirectLineClient.CallAsync(host.Http, HttpMethod.Post, Path, null, $$"""{"resume":"{{again.Json["resume"]}}"}""");
        Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (late.Status, late.Code));
        var token = await DirectLineClient.CallAsync(host.Http, HttpMethod.Post, Path, null, $$"""{"resume":"{{client.Token}}"}""");
        Assert.Equal(HttpStatusCode.Unauthorized, token.Status);
    }

    [Fact]
    public async Task Other_origins_get_no_token_and_the_number_of_tokens_is_limited()
    {
        await using var host = await DirectLineHost.StartAsync(
            folder,
            settings: [("Limits:Enabled", "true"), ("Limits:TokensPerAddress", "2")]
        );
        var foreign = await DirectLineClient.CallAsync(host.Http, HttpMethod.Post, Path, null, "{}", "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        var own = await DirectLineClient.CallAsync(host.Http, HttpMethod.Post, Path, null, "{}", $"http://{host.BaseAddress.Authority}");
        Assert.Equal(HttpStatusCode.OK, own.Status);
        var third = await DirectLineClient.CallAsync(host.Http, HttpMethod.Post, Path, null, "{}");
        Assert.Equal(HttpStatusCode.TooManyRequests, third.Status);
        Assert.NotNull(third.Response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Without_a_configured_secret_no_tokens_are_generated()
    {
        await using var host = await DirectLineHost.StartAsync(folder, settings: [("DirectLine:Secrets:0", "")]);
        foreach (var secret in (string[])["x", " "])
        {
            var answer = await DirectLineClient.CallAsync(host.Http, HttpMethod.Post, "/v3/directline/tokens/generate", secret);
            Assert.False(answer.Response.IsSuccessStatusCode);
        }
    }
}
