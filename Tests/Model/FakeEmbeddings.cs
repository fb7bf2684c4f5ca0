using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PolicyAssistantBot.Tests.Model;

/// <summary>The behaviour of the service for questions.</summary>
public enum FakeEmbeddingsBehaviour
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

/// <summary>A fake of OpenAI's embeddings API: texts about the same subject have nearly the same vector.</summary>
internal sealed class FakeEmbeddings
{
    private static readonly string[][] Subjects =
    [
        ["phần mềm", "software", "ứng dụng", "inventory"],
        ["xe điện", "electric vehicle"],
        ["thuế khoán", "quán cà phê", "tax"],
        ["hội chợ", "fair"],
    ];

    private readonly ConcurrentQueue<(string[] Texts, string? Authorization)> requests = new();

    public FakeEmbeddingsBehaviour Behaviour { get; set; }

    public IReadOnlyList<(string[] Texts, string? Authorization)> Requests => [.. requests];

    /// <summary>The sum of a common part, a part for the subject and a small part for the text.</summary>
    public static float[] Vector(string text)
    {
        var vector = new float[Subjects.Length + 3];
        vector[0] = 1;
        var subject = Array.FindIndex(Subjects, words => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        vector[subject < 0 ? Subjects.Length + 1 : subject + 1] = 1;
        vector[^1] = text.Length % 7 / 50f;
        return vector;
    }

    public async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        string[] texts = [.. body["input"]!.AsArray().Select(text => text!.ToString())];
        requests.Enqueue((texts, context.Request.Headers.Authorization));
        if (Behaviour == FakeEmbeddingsBehaviour.Hangs)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        context.Response.StatusCode = Behaviour == FakeEmbeddingsBehaviour.Fails ? 500 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            Behaviour is FakeEmbeddingsBehaviour.Fails or FakeEmbeddingsBehaviour.TalksNonsense
                ? "<html>no</html>"
                : CreateResponse(texts, body["model"]!.ToString())
        );
    }

    private string CreateResponse(string[] texts, string model) =>
        JsonSerializer.Serialize(
            new
            {
                @object = "list",
                model,
                data = (
                    Behaviour == FakeEmbeddingsBehaviour.Nothing ? []
                    : Behaviour == FakeEmbeddingsBehaviour.TooMany ? [.. texts, "one more"]
                    : texts
                ).Select(
                    (text, index) =>
                        new
                        {
                            @object = "embedding",
                            index,
                            embedding = EmbeddingJson(ApplyDamage(Vector(text))),
                        }
                ),
                usage = new { prompt_tokens = 1, total_tokens = 1 },
            }
        );

    private float[] ApplyDamage(float[] vector) =>
        Behaviour switch
        {
            FakeEmbeddingsBehaviour.OtherLength => [.. vector, 1],
            FakeEmbeddingsBehaviour.NotANumber => [.. vector.Select((value, i) => i == 1 ? float.NaN : value)],
            _ => vector,
        };

    private object EmbeddingJson(float[] vector) =>
        Behaviour == FakeEmbeddingsBehaviour.PlainNumbers ? vector : Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector));
}
