using System.Collections.Concurrent;
using System.Diagnostics;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Model;

/// <summary>The telemetry of model calls.</summary>
public sealed class ModelTelemetryTests : IAsyncLifetime, IDisposable
{
    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly HttpClient http = new();
    private FakeOpenAi service = null!;

    public async Task InitializeAsync() => service = await FakeOpenAi.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_call_is_one_span_with_the_usage_and_without_any_text()
    {
        var name = Guid.NewGuid().ToString("n"); // Other tests call models at the same time.
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == OpenAiClients.TelemetrySource,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var options = new ModelOptions
        {
            Enabled = true,
            Endpoint = new Uri(service.Endpoint),
            Name = name,
            MaxOutputTokens = 321,
        };
        service.Chat.Respond = _ => new FakeModelReply("""{"question":"bí mật trả lời"}""");
        var call = new ModelCall(OpenAiClients.CreateChatClient(options, http), options, new FakeTime());
        var data = new OutgoingData().Add("question", OutgoingText.FromUserInput("bí mật hỏi"));
        var schema = """
            {"type":"object","additionalProperties":false,"required":["question"],"properties":{"question":{"type":"string"}}}
            """;
        var text = "";
        var result = await call.RunAsync(new ModelPrompt("bí mật dặn", data, "question", schema), Append, default);

        Assert.Equal((new ModelCallResult(null, 800), """{"question":"bí mật trả lời"}"""), (result, text));
        var body = Assert.Single(service.Chat.Requests).Body;
        Assert.Equal((name, true, 321), ((string)body["model"]!, (bool)body["stream"]!, (int)body["max_completion_tokens"]!));
        Assert.True((bool)body["stream_options"]!["include_usage"]!);
        var format = body["response_format"]!["json_schema"]!;
        Assert.Equal(("question", true), ((string)format["name"]!, (bool)format["strict"]!));
        Assert.False((bool)format["schema"]!["additionalProperties"]!);

        var span = Assert.Single(spans, span => span.DisplayName == $"chat {name}");
        var tags = span.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);
        Assert.Equal((700, 100), (tags["gen_ai.usage.input_tokens"], tags["gen_ai.usage.output_tokens"]));
        var recorded = string.Join('\n', span.TagObjects.Select(tag => tag.Value?.ToString()).Concat(span.Events.Select(e => e.Name)));
        Assert.DoesNotContain("bí mật", recorded, StringComparison.Ordinal);
        return;

        Task Append(string piece)
        {
            text += piece;
            return Task.CompletedTask;
        }
    }
}
