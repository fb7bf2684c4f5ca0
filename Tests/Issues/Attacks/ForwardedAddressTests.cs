using System.Net;
using Microsoft.Extensions.Configuration;
using PolicyAssistantBot.Hosting;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>
/// Proxies in containers could not be named, so that all visitors shared the limits of one address; with two proxies a visitor's own header
/// counted; any host name was accepted from a header.
/// </summary>
public sealed class ForwardedAddressTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_address_is_told_by_known_proxies_only_and_a_forged_header_changes_nothing()
    {
        await using var host = await StartAsync(("Forwarding:KnownNetworks:0", "10.0.0.0/8"), ("Forwarding:Hops", "2"));
        Assert.Equal(HttpStatusCode.Created, await StartConversationAsync(host, "203.0.113.9, 10.1.2.3"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StartConversationAsync(host, "203.0.113.9, 10.9.9.9"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StartConversationAsync(host, "1.2.3.4, 203.0.113.9, 10.1.2.3"));
        Assert.Equal(HttpStatusCode.Created, await StartConversationAsync(host, "203.0.113.10, 10.1.2.3"));

        // Not of the network: this is the visitor, whatever it claims about others.
        Assert.Equal(HttpStatusCode.Created, await StartConversationAsync(host, "203.0.113.11, 198.51.100.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StartConversationAsync(host, "203.0.113.12, 198.51.100.1"));
    }

    [Fact]
    public async Task A_forwarded_host_must_be_allowed()
    {
        await using var host = await StartAsync(("AllowedHosts", "desk.example.vn;localhost;127.0.0.1"));
        foreach (var (name, isUsed) in new[] { ("desk.example.vn", true), ("evil.example", false) })
        {
            using var http = new HttpClient { BaseAddress = host.BaseAddress };
            http.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{(isUsed ? 1 : 2)}");
            http.DefaultRequestHeaders.Add("X-Forwarded-Host", name);
            var client = await DirectLineClient.GenerateAsync(http, "dl_a");
            await client.StartAsync();
            Assert.Equal(isUsed, client.StreamUrl!.Contains(name, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("*", 0)]
    [InlineData("", 0)]
    [InlineData("desk.example.vn", 1)]
    [InlineData("desk.example.vn; *", 0)]
    public void A_warning_is_due_while_any_host_is_allowed(string value, int count) =>
        Assert.Equal(
            count,
            ForwardingSetup
                .GetAllowedHosts(
                    new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("AllowedHosts", (string?)value)]).Build()
                )
                .Count()
        );

    private Task<DirectLineHost> StartAsync(params (string Key, string Value)[] settings) =>
        DirectLineHost.StartAsync(folder, settings: [("Limits:Enabled", "true"), ("Limits:ConversationsPerAddress", "1"), .. settings]);

    private static async Task<HttpStatusCode> StartConversationAsync(DirectLineHost host, string forwardedFor)
    {
        using var http = new HttpClient { BaseAddress = host.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        return (await (await DirectLineClient.GenerateAsync(http, "dl_a")).StartAsync()).Status;
    }
}
