using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PolicyAssistantBot.Tests.Model;

/// <summary>A request to the model's service.</summary>
internal sealed record ModelRequest(string Instructions, JsonObject Data, string? Authorization, JsonObject Body);

/// <param name="Content">The reply's text.</param>
/// <param name="Stalls">Whether the stream stalls after the content.</param>
internal sealed record FakeModelReply(string Content, int Status = 200, bool Stalls = false)
{
    /// <summary>A reply in the requested format.</summary>
    public static FakeModelReply FromSentences(params (string Text, string[] Passages)[] sentences) =>
        new(
            JsonSerializer.Serialize(
                new { sentences = sentences.Select(sentence => new { text = sentence.Text, passages = sentence.Passages }) }
            )
        );
}

/// <summary>A fake of OpenAI's chat API; streams the reply that a test sets.</summary>
internal sealed class FakeChat
{
    private readonly ConcurrentQueue<ModelRequest> requests = new();

    public Func<ModelRequest, FakeModelReply> Respond { get; set; } = _ => FakeModelReply.FromSentences();

    public IReadOnlyList<ModelRequest> Requests => [.. requests];

    public async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var messages = body["messages"]!.AsArray();
        var request = new ModelRequest(
            TextOf(messages[0]!),
            JsonNode.Parse(TextOf(messages[1]!))!.AsObject(),
            context.Request.Headers.Authorization,
            body
        );
        var reaction = Respond(request);
        requests.Enqueue(request);
        context.Response.StatusCode = reaction.Status;
        context.Response.ContentType = reaction.Status == 200 ? "text/event-stream" : "application/json";
        if (reaction.Status != 200)
        {
            await context.Response.WriteAsync("{\"error\":{\"message\":\"no\"}}");
            return;
        }

        await context.Response.Body.FlushAsync();
        foreach (var piece in reaction.Content.Chunk(40))
        {
            await SendAsync(context, CreateChunk(new string(piece)));
        }

        if (reaction.Stalls)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await SendAsync(context, CreateChunk("", "stop"));
        var end = CreateChunk("");
        end["choices"] = new JsonArray();
        end["usage"] = new JsonObject
        {
            ["prompt_tokens"] = 700,
            ["completion_tokens"] = 100,
            ["total_tokens"] = 800,
        };
        await SendAsync(context, end);
        await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    private static JsonObject CreateChunk(string content, string? finishReason = null) =>
        new()
        {
            ["id"] = "1",
            ["object"] = "chat.completion.chunk",
            ["created"] = 1,
            ["model"] = "m",
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["delta"] = new JsonObject { ["content"] = content },
                    ["finish_reason"] = finishReason,
                }
            ),
        };

    private static async Task SendAsync(HttpContext context, JsonObject chunk)
    {
        await context.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\n");
        await context.Response.Body.FlushAsync();
    }

    private static string TextOf(JsonNode message) =>
        message["content"] is JsonArray parts ? parts[0]!["text"]!.ToString() : message["content"]!.ToString();
}
