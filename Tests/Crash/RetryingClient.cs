using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Crash;

/// <summary>
/// A visitor who repeats each message with the same client id until it is acknowledged, however often the service is killed.
/// </summary>
internal sealed class RetryingClient(HttpClient http, string name, CancellationToken cancellationToken)
{
    private string conversation = "";
    private string token = "";
    private int sent;

    /// <summary>Called after each acknowledgement.</summary>
    public Action Acknowledged { get; set; } = () => { };

    /// <summary>The client ids of acknowledged messages, with their activity ids.</summary>
    public Dictionary<string, string> Acknowledgements { get; } = new(StringComparer.Ordinal);

    /// <summary>Case numbers that the visitor received.</summary>
    public List<string> CaseNumbers { get; } = [];

    public async Task StartAsync()
    {
        var grant = await RetryAsync(HttpMethod.Post, "/api/widget/token", "{}");
        (conversation, token) = (grant["conversationId"]!.GetValue<string>(), grant["token"]!.GetValue<string>());
        await RetryAsync(HttpMethod.Post, "/v3/directline/conversations", """{"locale":"vi-VN"}""");
    }

    public Task<List<JsonObject>> SayAsync(string text) =>
        SendAsync(
            new JsonObject
            {
                ["type"] = "message",
                ["text"] = text,
                ["locale"] = "vi-VN",
            }
        );

    /// <summary>Opens, fills in and confirms the form.</summary>
    public async Task RequestAsync()
    {
        var form = await SayAsync("Gửi yêu cầu");
        var filled =
            Find(form, o => Text(o, "action") == "form") ?? throw new InvalidOperationException($"No form came, but {Serialize(form)}");
        var answers = (JsonObject)filled.DeepClone();
        foreach (var (field, value) in Answers())
        {
            answers[field] = value;
        }

        foreach (var choice in (string[])["Sector", "Kind"])
        {
            answers[choice] = Find(form, o => Text(o, "id") == choice)!["choices"]![0]!["value"]!.DeepClone();
        }

        var summary = await SendAsync(
            new JsonObject
            {
                ["type"] = "message",
                ["value"] = answers,
                ["locale"] = "vi-VN",
            }
        );
        var confirm =
            Find(summary, o => Text(o, "action") == "confirm")
            ?? throw new InvalidOperationException($"No summary came, but {Serialize(summary)}");
        var done = await SendAsync(
            new JsonObject
            {
                ["type"] = "message",
                ["value"] = confirm.DeepClone(),
                ["locale"] = "vi-VN",
            }
        );
        var number = System
            .Text.RegularExpressions.Regex.Match(Serialize(done), @"HN-\d{4}-\d{6}-\d", default, TimeSpan.FromSeconds(1))
            .Value;
        CaseNumbers.Add(number.Length > 0 ? number : throw new InvalidOperationException($"No case number came, but {Serialize(done)}"));
    }

    public async Task<List<JsonObject>> TranscriptAsync()
    {
        var all = new List<JsonObject>();
        for (var watermark = ""; ; )
        {
            var set = await RetryAsync(
                HttpMethod.Get,
                $"/v3/directline/conversations/{conversation}/activities?watermark={watermark}",
                null
            );
            if (set["activities"]!.AsArray() is not { Count: > 0 } page)
            {
                return all;
            }

            all.AddRange(page.Select(a => a!.AsObject()));
            watermark = set["watermark"]!.GetValue<string>();
        }
    }

    private Dictionary<string, string> Answers() =>
        new(StringComparer.Ordinal)
        {
            ["EnterpriseName"] = $"Công ty TNHH Bền Bỉ {name}",
            ["TaxCode"] = "0100109106",
            ["Ward"] = "Hoàn Kiếm",
            ["InsuredEmployees"] = "8",
            ["Revenue"] = "",
            ["Capital"] = "",
            ["Content"] = $"Đề nghị hướng dẫn thủ tục hỗ trợ tư vấn, lần {CaseNumbers.Count + 1}.",
            ["ContactName"] = "Nguyễn Văn A",
            ["Phone"] = "0912345678",
            ["Email"] = "a@example.com",
            ["Consent"] = "true",
            ["ContactConsent"] = "true",
        };

    private async Task<List<JsonObject>> SendAsync(JsonObject activity)
    {
        var key = $"{name}-{sent++}";
        activity["channelData"] = new JsonObject { ["clientActivityID"] = key };
        var id = (await RetryAsync(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities", activity.ToJsonString()))[
            "id"
        ]!.GetValue<string>();
        Acknowledgements.Add(key, id);
        Acknowledged();
        var before = long.Parse(id[(id.LastIndexOf('|') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        while (true)
        {
            var set = await RetryAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities?watermark={before}", null);
            var replies = set["activities"]!.AsArray().Select(a => a!.AsObject()).Where(a => Text(a, "replyToId") == id).ToList();
            if (replies.Count > 0)
            {
                return replies;
            }

            await Wait.PauseAsync(cancellationToken);
        }
    }

    /// <summary>Returns the response body; retries after any failure.</summary>
    private async Task<JsonObject> RetryAsync(HttpMethod method, string path, string? body)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                using var request = new HttpRequestMessage(method, path);
                if (token.Length > 0)
                {
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                }

                if (body is not null)
                {
                    request.Content = new StringContent(body, Encoding.UTF8, "application/json");
                }

                using var response = await http.SendAsync(request, cancellationToken);
                var text = await response.Content.ReadAsStringAsync(cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return JsonNode.Parse(text)!.AsObject();
                }

                if (response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests))
                {
                    throw new InvalidOperationException($"{method} {path} was answered {(int)response.StatusCode}: {text}");
                }
            }
            catch (Exception gone)
                when (gone is HttpRequestException or IOException or System.Text.Json.JsonException or TaskCanceledException)
            {
                // Dead, starting, or very slow; the loop's head sees when the patience itself has ended.
            }

            await Wait.PauseAsync(cancellationToken);
        }
    }

    private static string Serialize(List<JsonObject> activities) =>
        string.Join('\n', activities.Select(a => a.ToJsonString(PolicyAssistantBot.BotFramework.Schema.SchemaJson.Options)));

    private static string? Text(JsonObject node, string name) =>
        node[name] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : null;

    private static JsonObject? Find(IEnumerable<JsonNode?> nodes, Func<JsonObject, bool> condition)
    {
        foreach (var node in nodes)
        {
            var found = node switch
            {
                JsonObject o when condition(o) => o,
                JsonObject o => Find(o.Select(p => p.Value), condition),
                JsonArray a => Find(a, condition),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
