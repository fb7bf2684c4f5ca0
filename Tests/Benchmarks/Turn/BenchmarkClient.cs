using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace PolicyAssistantBot.Benchmarks.Turn;

/// <summary>A minimal client with an open stream, so that the service dominates the measurement.</summary>
internal sealed class BenchmarkClient : IDisposable
{
    private readonly HttpClient http;
    private readonly AuthenticationHeaderValue bearer;
    private readonly string activitiesPath;
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[256 * 1024];
    private int sent;

    private BenchmarkClient(HttpClient http, string conversationId, string token)
    {
        this.http = http;
        bearer = new AuthenticationHeaderValue("Bearer", token);
        activitiesPath = $"/v3/directline/conversations/{conversationId}/activities";
    }

    /// <summary>The number of answers received so far.</summary>
    public int AnswerCount { get; private set; }

    public static async Task<BenchmarkClient> OpenAsync(HttpClient http)
    {
        var tokenResponse = await PostAsync(http, "/api/widget/token", null, "{}");
        var conversation = await PostAsync(
            http,
            "/v3/directline/conversations",
            tokenResponse["token"]!.GetValue<string>(),
            """{"locale":"vi-VN"}"""
        );
        var client = new BenchmarkClient(
            http,
            conversation["conversationId"]!.GetValue<string>(),
            conversation["token"]!.GetValue<string>()
        );
        await client.socket.ConnectAsync(new Uri(conversation["streamUrl"]!.GetValue<string>()), CancellationToken.None);
        return client;
    }

    /// <summary>Sends a question and waits for its answer on the stream.</summary>
    /// <returns>When the question was acknowledged, in ticks of the stopwatch.</returns>
    public async Task<long> AskAsync(string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, activitiesPath);
        request.Headers.Authorization = bearer;
        request.Content = new StringContent(
            new JsonObject
            {
                ["type"] = "message",
                ["text"] = question,
                ["locale"] = "vi-VN",
                ["channelData"] = new JsonObject { ["clientActivityID"] = $"{++sent}" },
            }.ToJsonString(),
            Encoding.UTF8,
            "application/json"
        );
        using var response = await http.SendAsync(request);
        var id = JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
        var acknowledged = Stopwatch.GetTimestamp();
        var replyMarker = $"\"replyToId\":\"{id}\"";
        while (!(await ReceiveMessageAsync()).Contains(replyMarker, StringComparison.Ordinal)) { }

        AnswerCount++;
        return acknowledged;
    }

    /// <summary>Uploads a PDF of this size.</summary>
    public async Task UploadAsync(int size)
    {
        var text = new byte[size];
        Array.Fill(text, (byte)' ');
        "%PDF-1.4\n"u8.CopyTo(text);
        "\n%%EOF\n"u8.CopyTo(text.AsSpan(size - 7));
        using var file = new ByteArrayContent(text);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent { { file, "file", "file.pdf" } };
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            activitiesPath.Replace("/activities", "/upload", StringComparison.Ordinal)
        )
        {
            Content = form,
        };
        request.Headers.Authorization = bearer;
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The number of questions in the transcript, and of those with an answer.</summary>
    public async Task<(int Questions, int Answered)> CountAsync()
    {
        HashSet<string> questionIds = [],
            answeredIds = [];
        for (var watermark = ""; ; )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{activitiesPath}?watermark={watermark}");
            request.Headers.Authorization = bearer;
            using var response = await http.SendAsync(request);
            var set = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            if (set["activities"]!.AsArray() is not { Count: > 0 } page)
            {
                return (questionIds.Count, questionIds.Count(answeredIds.Contains));
            }

            foreach (var activity in page)
            {
                if (activity!["from"]!["role"]!.GetValue<string>() == "user")
                {
                    questionIds.Add(activity["id"]!.GetValue<string>());
                }
                else if (activity["replyToId"] is { } replyToId)
                {
                    answeredIds.Add(replyToId.GetValue<string>());
                }
            }

            watermark = set["watermark"]!.GetValue<string>();
        }
    }

    public void Dispose() => socket.Dispose();

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, string? token, string body)
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

    private async Task<string> ReceiveMessageAsync()
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
