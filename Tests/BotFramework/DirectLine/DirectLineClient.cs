using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.BotFramework.DirectLine;

/// <summary>A response of the service.</summary>
internal sealed record ServiceResponse(HttpStatusCode Status, JsonNode? Json, HttpResponseMessage Response)
{
    public string? Code => Json?["error"]?["code"]?.GetValue<string>();
}

/// <summary>A Direct Line 3.0 client with one method per call.</summary>
internal sealed class DirectLineClient(HttpClient http, string conversationId, string token)
{
    public string ConversationId => conversationId;

    public string Token { get; set; } = token;

    public string? StreamUrl { get; set; }

    private string Conversation => $"/v3/directline/conversations/{conversationId}";

    public static async Task<DirectLineClient> GenerateAsync(
        HttpClient http,
        string? user,
        string[]? trustedOrigins = null,
        string name = "Khách"
    )
    {
        var body = new JsonObject();
        if (user is not null)
        {
            body["user"] = new JsonObject { ["id"] = user, ["name"] = name };
        }

        if (trustedOrigins is not null)
        {
            body["trustedOrigins"] = new JsonArray([.. trustedOrigins.Select(o => JsonValue.Create(o))]);
        }

        var answer = await CallAsync(http, HttpMethod.Post, "/v3/directline/tokens/generate", DirectLineHost.Secret, body.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return new DirectLineClient(http, answer.Json!["conversationId"]!.GetValue<string>(), answer.Json["token"]!.GetValue<string>());
    }

    public static async Task<ServiceResponse> CallAsync(
        HttpClient http,
        HttpMethod method,
        string path,
        string? bearer,
        string? json = null,
        string? origin = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        return await ReadResponseAsync(await http.SendAsync(request));
    }

    public async Task<ServiceResponse> StartAsync(string body = """{"locale":"vi-VN"}""")
    {
        var answer = await CallAsync(http, HttpMethod.Post, "/v3/directline/conversations", Token, body);
        if (answer.Response.IsSuccessStatusCode)
        {
            Token = answer.Json!["token"]!.GetValue<string>();
            StreamUrl = answer.Json["streamUrl"]!.GetValue<string>();
        }

        return answer;
    }

    public Task<ServiceResponse> PostAsync(string json) => CallAsync(http, HttpMethod.Post, $"{Conversation}/activities", Token, json);

    public Task<ServiceResponse> SayAsync(string text, string? clientActivityId = null) =>
        PostAsync(
            new JsonObject
            {
                ["type"] = "message",
                ["text"] = text,
                ["from"] = new JsonObject { ["id"] = "u-web", ["role"] = "user" },
                ["channelData"] = clientActivityId is null ? null : new JsonObject { ["clientActivityID"] = clientActivityId },
            }.ToJsonString()
        );

    public Task<ServiceResponse> PollAsync(string watermark = "") =>
        CallAsync(http, HttpMethod.Get, $"{Conversation}/activities?watermark={watermark}", Token);

    public Task<ServiceResponse> ReconnectAsync(string? watermark) =>
        CallAsync(http, HttpMethod.Get, watermark is null ? Conversation : $"{Conversation}?watermark={watermark}", Token);

    public Task<ServiceResponse> RefreshAsync() => CallAsync(http, HttpMethod.Post, "/v3/directline/tokens/refresh", Token);

    public async Task<ServiceResponse> UploadAsync(HttpContent content, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Conversation}/upload{query}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await ReadResponseAsync(await http.SendAsync(request));
    }

    /// <summary>Polls until the transcript contains a text; returns the whole transcript.</summary>
    public async Task<JsonArray> PollUntilAsync(string text)
    {
        JsonArray activities = [];
        await Wait.UntilAsync(async () =>
        {
            activities = (await PollAsync()).Json!["activities"]!.AsArray();
            return activities.Any(a => a!["text"]?.GetValue<string>() == text);
        });
        return activities;
    }

    private static async Task<ServiceResponse> ReadResponseAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return new ServiceResponse(response.StatusCode, isJson ? JsonNode.Parse(text) : null, response);
    }
}
