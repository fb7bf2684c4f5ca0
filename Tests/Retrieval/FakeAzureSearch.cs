using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicyAssistantBot.Tests.Retrieval;

/// <summary>
/// A fake Azure AI Search on a port of this machine: stores documents, and returns them by key or as a test sets the search results.
/// </summary>
internal sealed partial class FakeAzureSearch : IAsyncDisposable
{
    /// <summary>The maximum number of documents per page, whatever is requested.</summary>
    private const int PageSize = 3;

    private readonly WebApplication app;

    private FakeAzureSearch(WebApplication app) => this.app = app;

    public ConcurrentDictionary<string, JsonObject> Documents { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<JsonObject> ReceivedRequests { get; } = new();

    public JsonObject? Definition { get; private set; }

    public int Status { get; set; } = 200;

    /// <summary>The results of a search: passage, score, and the semantic ranker's score if any.</summary>
    public (string Passage, double Score, double? Reranked)[] Finds { get; set; } = [];

    /// <summary>A client whose https calls are redirected to this service.</summary>
    public HttpClient Http => field ??= new HttpClient(new RedirectHandler(app.Urls.Single()) { InnerHandler = new SocketsHttpHandler() });

    public static async Task<FakeAzureSearch> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var service = new FakeAzureSearch(app);
        app.Run(service.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var isRight = context.Request.Headers["api-key"] == "key-1";
        context.Response.StatusCode = isRight ? Status : 403;
        context.Response.ContentType = "application/json";
        var path = context.Request.Path.Value!;
        var reply =
            context.Response.StatusCode != 200 ? new JsonObject()
            : path.EndsWith("docs/search.post.search", StringComparison.Ordinal) ? Search(body)
            : path.EndsWith("docs/search.index", StringComparison.Ordinal) ? ApplyChanges(body)
            : SaveIndexDefinition(body);
        await context.Response.WriteAsync(reply.ToJsonString());
    }

    private JsonObject SaveIndexDefinition(JsonObject body) => (JsonObject)(Definition = body).DeepClone();

    private JsonObject ApplyChanges(JsonObject body)
    {
        var results = new JsonArray();
        foreach (var action in body["value"]!.AsArray().Select(node => node!.AsObject()))
        {
            var key = action["id"]!.ToString();
            if (action["@search.action"]!.ToString() == "delete")
            {
                Documents.TryRemove(key, out _);
            }
            else
            {
                Documents[key] = action;
            }

            results.Add(
                new JsonObject
                {
                    ["key"] = key,
                    ["status"] = true,
                    ["statusCode"] = 200,
                }
            );
        }

        return new JsonObject { ["value"] = results };
    }

    private JsonObject Search(JsonObject body)
    {
        ReceivedRequests.Enqueue(body);
        var found =
            body["search"]!.ToString() == "*"
                ? Documents
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Where(pair =>
                        string.CompareOrdinal(pair.Key, ContinueAfterRegex().Match(body["filter"]?.ToString() ?? "").Groups["key"].Value)
                        > 0
                    )
                    .Take(PageSize)
                    .Select(pair => new JsonObject
                    {
                        ["@search.score"] = 1,
                        ["id"] = pair.Key,
                        ["hash"] = pair.Value["hash"]!.ToString(),
                    })
                : Finds.Select(find => new JsonObject
                {
                    ["@search.score"] = find.Score,
                    ["@search.rerankerScore"] = find.Reranked,
                    ["passage"] = find.Passage,
                });
        return new JsonObject { ["value"] = new JsonArray([.. found]) };
    }

    [GeneratedRegex("^id gt '(?<key>[^']*)'$")]
    private static partial Regex ContinueAfterRegex();

    private sealed class RedirectHandler(string address) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(new Uri(address), request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
