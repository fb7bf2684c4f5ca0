using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Support;
using PolicyAssistantBot.Tests.Support.RealParts;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>Behind a proxy visitors shared one limit or could forge an address; no configuration of a proxy was shipped.</summary>
public sealed class ReverseProxyTests : IDisposable
{
    private const int VisitorCount = 200;
    private const string Service = "https://" + NginxServer.HostName;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ToolFact(NginxServer.Program)]
    public async Task Two_hundred_visitors_behind_nginx_have_a_limit_each_and_a_forged_address_changes_nothing()
    {
        await using var host = await StartAsync(("Limits:TokensPerAddress", "1"));
        await using var nginx = await NginxServer.StartAsync(host.BaseAddress);
        var (first, second) = (new HttpStatusCode[VisitorCount], new HttpStatusCode[VisitorCount]);
        await Parallel.ForAsync(
            0,
            VisitorCount,
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (i, _) =>
            {
                using var visitor = new HttpClient(nginx.CreateHandler(AddressOf(i)));
                first[i] = await GetTokenAsync(visitor, null);
                second[i] = await GetTokenAsync(visitor, $"203.0.113.{i}");
            }
        );
        Assert.All(first, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.All(second, status => Assert.Equal(HttpStatusCode.TooManyRequests, status));

        // Claiming the address of another visitor neither meets that visitor's limit nor uses it up.
        using var forger = new HttpClient(nginx.CreateHandler(AddressOf(VisitorCount)));
        Assert.Equal(HttpStatusCode.OK, await GetTokenAsync(forger, AddressOf(0).ToString()));
        Assert.Equal(HttpStatusCode.TooManyRequests, await GetTokenAsync(forger, AddressOf(VisitorCount + 1).ToString()));
        using var claimed = new HttpClient(nginx.CreateHandler(AddressOf(VisitorCount + 1)));
        Assert.Equal(HttpStatusCode.OK, await GetTokenAsync(claimed, null));
    }

    [ToolFact(NginxServer.Program)]
    public async Task Links_and_web_sockets_use_the_public_name_over_TLS_and_other_names_are_refused()
    {
        await using var host = await StartAsync(("Forwarding:AllowedPrefixes:0", "/evil"));
        await using var nginx = await NginxServer.StartAsync(host.BaseAddress);
        using var http = new HttpClient(nginx.CreateHandler(IPAddress.Loopback)) { BaseAddress = new Uri(Service) };
        http.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "http");
        http.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/evil");
        var client = await DirectLineClient.GenerateAsync(http, "dl_a");
        var started = await client.StartAsync();
        Assert.StartsWith($"wss://{NginxServer.HostName}/v3/", client.StreamUrl, StringComparison.Ordinal);
        Assert.True(started.Response.Headers.Contains("Strict-Transport-Security"));

        using var socket = new ClientWebSocket();
        using var invoker = new HttpMessageInvoker(nginx.CreateHandler(IPAddress.Loopback));
        await socket.ConnectAsync(new Uri(client.StreamUrl!), invoker, default);
        var buffer = new byte[4096];
        var received = await socket.ReceiveAsync(buffer, default);
        Assert.Contains("hello", Encoding.UTF8.GetString(buffer, 0, received.Count), StringComparison.Ordinal);

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("https://evil.example/health/live")));
        using var redirect = await http.GetAsync(new Uri($"http://{NginxServer.HostName}/desk?x=1"));
        Assert.Equal(
            (HttpStatusCode.PermanentRedirect, $"{Service}/desk?x=1"),
            (redirect.StatusCode, redirect.Headers.Location?.OriginalString)
        );
    }

    [ToolFact(NginxServer.Program)]
    public async Task A_site_that_copies_the_locations_of_a_path_takes_uploads_that_are_larger_than_nginx_takes_by_default()
    {
        await using var host = await StartAsync(("Forwarding:AllowedPrefixes:0", NginxServer.PathBase));
        await using var nginx = await NginxServer.StartAsync(host.BaseAddress, NginxServer.PathSite, isCopied: true);
        using var http = new HttpClient(nginx.CreateHandler(IPAddress.Loopback))
        {
            BaseAddress = new Uri(Service + NginxServer.PathBase + "/"),
        };
        using var upload = new ByteArrayContent(new byte[2_000_000]);
        using var response = await http.PostAsync(new Uri("v3/directline/conversations/x/upload?userId=dl_a", UriKind.Relative), upload);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode); // The service's own answer.
    }

    private Task<DirectLineHost> StartAsync(params (string Key, string Value)[] settings) =>
        DirectLineHost.StartAsync(folder, settings: [("Limits:Enabled", "true"), ("AllowedHosts", NginxServer.HostName), .. settings]);

    private static IPAddress AddressOf(int visitor) => new([127, 0, (byte)(1 + (visitor / 250)), (byte)(1 + (visitor % 250))]);

    private static async Task<HttpStatusCode> GetTokenAsync(HttpClient visitor, string? forgedAddress)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Service}/api/widget/token")
        {
            Content = new StringContent(new JsonObject().ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (forgedAddress is not null)
        {
            request.Headers.Add("X-Forwarded-For", forgedAddress);
            request.Headers.Add("X-Real-IP", forgedAddress);
            request.Headers.Add("Forwarded", $"for={forgedAddress}");
        }

        using var response = await visitor.SendAsync(request);
        return response.StatusCode;
    }
}
