using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace PolicyAssistantBot.Benchmarks.Turn;

/// <summary>A visitor with an open stream, as cheap as it can be: what is measured is the service.</summary>
internal sealed class Asker : IDisposable
{
    private readonly HttpClient http;
    private readonly AuthenticationHeaderValue bearer;
    private readonly string activities;
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[256 * 1024];

    private Asker(HttpClient http, string conversationId, string token)
    {
        this.http = http;
        bearer = new AuthenticationHeaderValue("Bearer", token);
        activities = $"/v3/directline/conversations/{conversationId}/activities";
    }

    /// <summary>Answers that were read so far.</summary>
    public int Answered { get; private set; }

    public static async Task<Asker> OpenAsync(HttpClient http)
    {
        var grant = await CallAsync(http, "/api/widget/token", null, "{}");
        var started = await CallAsync(http, "/v3/directline/conversations", grant["token"]!.GetValue<string>(), """{"locale":"vi-VN"}""");
        var asker = new Asker(http, started["conversationId"]!.GetValue<string>(), started["token"]!.GetValue<string>());
        await asker.socket.ConnectAsync(new Uri(started["streamUrl"]!.GetValue<string>()), CancellationToken.None);
        return asker;
    }

    /// <summary>Sends a question and returns when its answer has come over the stream.</summary>
    public async Task AskAsync(string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, activities);
        request.Headers.Authorization = bearer;
        request.Content = new StringContent(
            new JsonObject
            {
                ["type"] = "message",
                ["text"] = question,
                ["locale"] = "vi-VN",
            }.ToJsonString(),
            Encoding.UTF8,
            "application/json"
        );
        using var response = await http.SendAsync(request);
        var id = JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
        var answer = $"\"replyToId\":\"{id}\"";
        while (!(await FrameAsync()).Contains(answer, StringComparison.Ordinal)) { }

        Answered++;
    }

    /// <summary>Questions that the transcript holds, and how many of them have an answer there.</summary>
    public async Task<(int Questions, int Answered)> CountAsync()
    {
        HashSet<string> questions = [],
            answered = [];
        for (var watermark = ""; ; )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{activities}?watermark={watermark}");
            request.Headers.Authorization = bearer;
            using var response = await http.SendAsync(request);
            var set = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            if (set["activities"]!.AsArray() is not { Count: > 0 } page)
            {
                return (questions.Count, questions.Count(answered.Contains));
            }

            foreach (var activity in page)
            {
                if (activity!["from"]!["role"]!.GetValue<string>() == "user")
                {
                    questions.Add(activity["id"]!.GetValue<string>());
                }
                else if (activity["replyToId"] is { } to)
                {
                    answered.Add(to.GetValue<string>());
                }
            }

            watermark = set["watermark"]!.GetValue<string>();
        }
    }

    public void Dispose() => socket.Dispose();

    private static async Task<JsonNode> CallAsync(HttpClient http, string path, string? token, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await http.SendAsync(request);
        return JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    private async Task<string> FrameAsync()
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException("The service closed the stream.");
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
    }
}
