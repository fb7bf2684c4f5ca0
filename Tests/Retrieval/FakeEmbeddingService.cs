using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicyAssistantBot.Tests.Retrieval;

/// <summary>How the service behaves to questions.</summary>
public enum Mood
{
    Well,
    PlainNumbers,
    Fails,
    Hangs,
    TalksNonsense,
    OtherLength,
    NotANumber,
    Nothing,
    TooMany,
}

/// <summary>Stands in for a service that speaks OpenAI's embeddings API, on a port of this machine: texts about the same thing have nearly
/// the same vector.</summary>
internal sealed class FakeEmbeddingService : IAsyncDisposable
{
    private static readonly string[][] Things =
    [
        ["phần mềm", "software", "ứng dụng", "inventory"],
        ["xe điện", "electric vehicle"],
        ["thuế khoán", "quán cà phê", "tax"],
        ["hội chợ", "fair"],
    ];

    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string[] Texts, string? Authorization)> requests = new();

    private FakeEmbeddingService(WebApplication app) => this.app = app;

    public Mood Mood { get; set; }

    public IReadOnlyList<(string[] Texts, string? Authorization)> Requests => [.. requests];

    public string Endpoint => app.Urls.Single() + "/v1/";

    public static async Task<FakeEmbeddingService> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var service = new FakeEmbeddingService(app);
        app.MapPost("/v1/embeddings", service.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    /// <summary>What all texts have in common, what this one is about, and a little of its own.</summary>
    public static float[] Vector(string text)
    {
        var vector = new float[Things.Length + 3];
        vector[0] = 1;
        var about = Array.FindIndex(Things, words => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        vector[about < 0 ? Things.Length + 1 : about + 1] = 1;
        vector[^1] = text.Length % 7 / 50f;
        return vector;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        string[] texts = [.. body["input"]!.AsArray().Select(text => text!.ToString())];
        requests.Enqueue((texts, context.Request.Headers.Authorization));
        if (Mood == Mood.Hangs)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        context.Response.StatusCode = Mood == Mood.Fails ? 500 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            Mood is Mood.Fails or Mood.TalksNonsense ? "<html>no</html>" : Reply(texts, body["model"]!.ToString())
        );
    }

    private string Reply(string[] texts, string model) =>
        JsonSerializer.Serialize(
            new
            {
                @object = "list",
                model,
                data = (
                    Mood == Mood.Nothing ? []
                    : Mood == Mood.TooMany ? [.. texts, "one more"]
                    : texts
                ).Select(
                    (text, index) =>
                        new
                        {
                            @object = "embedding",
                            index,
                            embedding = Written(Spoilt(Vector(text))),
                        }
                ),
                usage = new { prompt_tokens = 1, total_tokens = 1 },
            }
        );

    private float[] Spoilt(float[] vector) =>
        Mood switch
        {
            Mood.OtherLength => [.. vector, 1],
            Mood.NotANumber => [.. vector.Select((value, i) => i == 1 ? float.NaN : value)],
            _ => vector,
        };

    private object Written(float[] vector) =>
        Mood == Mood.PlainNumbers ? vector : Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector));
}
