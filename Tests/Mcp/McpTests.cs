using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using PolicyAssistantBot.Mcp;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Mcp;

/// <summary>The MCP endpoint, over HTTP and with the official client.</summary>
public sealed class McpTests : IAsyncLifetime
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private WebApplication app = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        app = BuildApp(
            ("Mcp:Enabled", "true"),
            ("Mcp:Keys:0", "another-caller-another-caller-another"),
            ("Mcp:Keys:1", Key),
            ("Mcp:AllowedOrigins:0", "https://friend.example")
        );
        await app.StartAsync();
        http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_official_client_lists_and_calls_every_tool()
    {
        await using var client = await CreateClientAsync();
        Assert.Equal(
            ["check_sme_size", "get_article", "search_policy"],
            (await client.ListToolsAsync()).Select(tool => tool.Name).Order(StringComparer.Ordinal)
        );

        var answer = await CallAsync(client, "search_policy", ("question", "Mua phần mềm kho có được hỗ trợ không?"));
        Assert.Equal(
            ("Answered", "T1-software", "vi"),
            (answer["outcome"]!.ToString(), answer["article"]!.ToString(), answer["language"]!.ToString())
        );
        Assert.Equal("70/2022/NĐ-CP", answer["citations"]![0]!["document"]!.ToString());
        Assert.Equal(
            "Unanswerable",
            (await CallAsync(client, "search_policy", ("question", "Quy trình nuôi cá voi trong bể bơi là gì?")))["outcome"]!.ToString()
        );
        Assert.Equal(
            "en",
            (await CallAsync(client, "search_policy", ("question", "Mua phần mềm kho có được hỗ trợ không?"), ("language", "en")))[
                "language"
            ]!.ToString()
        );

        var article = await CallAsync(client, "get_article", ("key", "T1-software"), ("language", "en"));
        Assert.Equal(("Support for warehouse software", 2), (article["title"]!.ToString(), article["sections"]!.AsArray().Count));

        var size = await CallAsync(client, "check_sme_size", ("sector", "services"), ("employees", 8), ("revenue", 2_000_000_000m));
        Assert.Equal("Micro", size["size"]!.ToString());
        Assert.Contains("80/2021", size["document"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Unclear", (await CallAsync(client, "check_sme_size"))["size"]!.ToString());
    }

    [Fact]
    public async Task Invalid_arguments_are_refused_with_an_error()
    {
        await using var client = await CreateClientAsync();
        await AssertRefusedAsync(client, "search_policy", ("question", ""));
        await AssertRefusedAsync(client, "search_policy", ("question", new string('a', 1001)));
        await AssertRefusedAsync(client, "search_policy", ("question", "x"), ("language", "fr"));
        await AssertRefusedAsync(client, "search_policy", ("question", "x"), ("date", "yesterday"));
        await AssertRefusedAsync(client, "get_article", ("key", "../../etc/passwd"));
        await AssertRefusedAsync(client, "check_sme_size", ("employees", -1));
        await AssertRefusedAsync(client, "check_sme_size", ("sector", "moon"));
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("wrong-key-wrong-key-wrong-key-wrong", null, HttpStatusCode.Unauthorized)]
    [InlineData("", null, HttpStatusCode.Unauthorized)]
    [InlineData(Key, "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData(Key, "null", HttpStatusCode.Forbidden)]
    [InlineData(Key, "https://friend.example", HttpStatusCode.OK)]
    [InlineData(Key, null, HttpStatusCode.OK)]
    public async Task Only_a_known_key_without_a_foreign_origin_is_admitted(string? key, string? origin, HttpStatusCode expected) =>
        Assert.Equal(expected, await PostAsync("""{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}""", key, origin));

    [Fact]
    public async Task A_body_without_a_call_is_refused_and_a_notification_is_accepted()
    {
        foreach (var body in new[] { "", "{", "null", "[]", "{}", "7" })
        {
            Assert.Equal((body, HttpStatusCode.BadRequest), (body, await PostAsync(body, Key)));
        }

        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            await PostAsync($$"""{"jsonrpc":"2.0","id":1,"method":"{{new string('x', 40_000)}}"}""", Key)
        );
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync("{}", Key, type: "text/plain"));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""", Key));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.GetAsync(new Uri("/mcp", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task When_disabled_there_is_no_endpoint()
    {
        await using var off = BuildApp();
        await off.StartAsync();
        using var caller = new HttpClient { BaseAddress = new Uri(off.Urls.Single()) };
        Assert.Equal(HttpStatusCode.NotFound, (await caller.PostAsync(new Uri("/mcp", UriKind.Relative), null)).StatusCode);
    }

    [Fact]
    public void Keys_must_be_long_and_are_never_shown()
    {
        Assert.False(IsValid(new McpOptions { Enabled = true }));
        Assert.False(IsValid(new McpOptions { Enabled = true, Keys = ["short"] }));
        Assert.True(IsValid(new McpOptions { Enabled = true, Keys = [Key] }));
        Assert.DoesNotContain(Key, new McpOptions { Keys = [Key] }.ToString(), StringComparison.Ordinal);
    }

    private static bool IsValid(McpOptions options) =>
        Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true);

    private static WebApplication BuildApp(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddSingleton(TestArticles.Pipeline());
        builder.Services.AddSingleton(new ExternalSearch(TestArticles.Pipeline(), []));
        builder.Services.AddMcpEndpoint();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UseRateLimiter();
        app.MapMcpEndpoint();
        return app;
    }

    private Task<McpClient> CreateClientAsync() =>
        McpClient.CreateAsync(
            new HttpClientTransport(
                new HttpClientTransportOptions
                {
                    Endpoint = new Uri(http.BaseAddress!, "/mcp"),
                    TransportMode = HttpTransportMode.StreamableHttp,
                    AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {Key}" },
                }
            )
        );

    private static async Task<JsonNode> CallAsync(McpClient client, string tool, params (string Name, object Value)[] arguments)
    {
        var result = await client.CallToolAsync(
            tool,
            arguments.ToDictionary(argument => argument.Name, argument => (object?)argument.Value)
        );
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.True(result.IsError is not true, text);
        return JsonNode.Parse(text)!;
    }

    private static async Task AssertRefusedAsync(McpClient client, string tool, params (string Name, object Value)[] arguments) =>
        Assert.True(
            (
                await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => (object?)argument.Value))
            ).IsError
        );

    private async Task<HttpStatusCode> PostAsync(string body, string? key, string? origin = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        }

        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
