using System.Net;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Clients;

/// <summary>The origins that a token trusts held for web sockets alone; a page of another site could use it for everything else.</summary>
public sealed class TrustedOriginTests : IAsyncLifetime
{
    private const string Trusted = "https://site.example";
    private const string Root = "/v3/directline";

    private readonly TempFolder folder = new();
    private DirectLineHost host = null!;

    public async Task InitializeAsync() => host = await DirectLineHost.StartAsync(folder);

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("POST", "/conversations", "{}")]
    [InlineData("GET", "/conversations/ID")]
    [InlineData("GET", "/conversations/ID/activities?watermark=")]
    [InlineData("POST", "/conversations/ID/activities", """{"type":"message","text":"x","from":{"id":"u"}}""")]
    [InlineData("POST", "/tokens/refresh")]
    public async Task A_door_is_open_to_pages_of_the_tokens_origins_and_to_programs_alone(string method, string path, string? json = null)
    {
        var client = await host.CreateClientAsync("dl_u", [Trusted]);
        await client.StartAsync();
        var address = Root + path.Replace("ID", client.ConversationId, StringComparison.Ordinal);

        foreach (var origin in (string[])["https://evil.example", "null", DirectLineHost.TrustedOrigin])
        {
            var refused = await DirectLineClient.CallAsync(host.Http, new HttpMethod(method), address, client.Token, json, origin);
            Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (refused.Status, refused.Code));
        }

        foreach (var origin in (string?[])[Trusted, null, $"http://{host.BaseAddress.Authority}"])
        {
            var accepted = await DirectLineClient.CallAsync(host.Http, new HttpMethod(method), address, client.Token, json, origin);
            Assert.True(accepted.Response.IsSuccessStatusCode, $"{origin}: {accepted.Status}");
        }
    }

    [Fact]
    public async Task An_upload_of_a_page_of_another_origin_is_refused()
    {
        var client = await host.CreateClientAsync("dl_u", [Trusted]);
        await client.StartAsync();
        host.Http.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        using var content = new ByteArrayContent([1, 2, 3]);
        var refused = await client.UploadAsync(content, "?userId=dl_u");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    [Fact]
    public async Task A_token_without_origins_follows_the_list_of_the_service()
    {
        var client = await host.StartConversationAsync();
        var address = $"{Root}/conversations/{client.ConversationId}/activities?watermark=";
        var allowed = await DirectLineClient.CallAsync(
            host.Http,
            HttpMethod.Get,
            address,
            client.Token,
            origin: DirectLineHost.TrustedOrigin
        );
        Assert.Equal(HttpStatusCode.OK, allowed.Status);
        var refused = await DirectLineClient.CallAsync(host.Http, HttpMethod.Get, address, client.Token, origin: "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }
}
