using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Azure.Core;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>A call that the bot made to a channel's service.</summary>
internal sealed record ConnectorCall(string Method, string Path, string? Token, JsonObject? Body)
{
    public string Line => $"{Method} {Path}";

    public string? Text => Body?["text"]?.GetValue<string>();
}

/// <summary>A fake of the Connector service of Teams. Records calls and answers like the real one, or as a test configures it.</summary>
internal sealed class FakeConnector : HttpMessageHandler
{
    /// <summary>The host of the files of users.</summary>
    public const string FileHost = "tenant-my.sharepoint.com";

    private readonly ConcurrentQueue<ConnectorCall> calls = new();
    private int nextId;

    public IReadOnlyList<ConnectorCall> Calls => [.. calls];

    /// <summary>The posted messages, in order.</summary>
    public IReadOnlyList<ConnectorCall> Messages => [.. calls.Where(c => c.Method == "POST" && c.Body?["type"]?.ToString() == "message")];

    /// <summary>Replaces the response of the service unless it returns null.</summary>
    public Func<ConnectorCall, HttpResponseMessage?> ResponseOverride { get; set; } = _ => null;

    /// <summary>Whether the service receives the call and never answers.</summary>
    public Func<ConnectorCall, bool> ShouldHang { get; set; } = _ => false;

    /// <summary>Whether the service is unreachable: the connection is refused before anything is sent.</summary>
    public bool IsDown { get; set; }

    public static HttpResponseMessage Error(int status, string? code = null) =>
        new((HttpStatusCode)status)
        {
            Content = new StringContent(code is null ? "" : $$$"""{"error":{"code":"{{{code}}}","message":"no"}}"""),
        };

    /// <summary>The uploaded files, by path.</summary>
    public ConcurrentDictionary<string, byte[]> UploadedFiles { get; } = new(StringComparer.Ordinal);

    public void Clear() => calls.Clear();

    /// <summary>The body of a successful response: the id of a new thread contains the channel's and the first message's id.</summary>
    private string SuccessBody(ConnectorCall call)
    {
        var id = $"given-{Interlocked.Increment(ref nextId).ToString(CultureInfo.InvariantCulture)}";
        return call.Path.EndsWith("/v3/conversations", StringComparison.Ordinal)
            ? $$"""{"id":"{{call.Body!["channelData"]!["channel"]!["id"]}};messageid={{id}}","activityId":"{{id}}"}"""
            : $$"""{"id":"{{id}}"}""";
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (
            request.RequestUri!.Host != new Uri(FakeAuthority.ServiceUrl).Host
            && request.RequestUri.Host != FileHost
            && !request.RequestUri.IsLoopback
        )
        {
            throw new InvalidOperationException($"Unexpected call to {request.RequestUri}.");
        }

        if (IsDown)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
        }

        var bytes = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        if (request.Content?.Headers.ContentType?.MediaType == "application/octet-stream")
        {
            UploadedFiles[request.RequestUri.PathAndQuery] = bytes;
        }

        var text = System.Text.Encoding.UTF8.GetString(bytes);
        var body = text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : null;
        var call = new ConnectorCall(
            request.Method.Method,
            request.RequestUri.PathAndQuery,
            request.Headers.Authorization?.Parameter,
            body
        );
        calls.Enqueue(call);
        if (ShouldHang(call))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return ResponseOverride(call)
            ?? new HttpResponseMessage(request.Method == HttpMethod.Post ? HttpStatusCode.Created : HttpStatusCode.OK)
            {
                Content = new StringContent(SuccessBody(call)),
            };
    }
}

/// <summary>Issues distinguishable tokens.</summary>
internal sealed class FakeCredential(FakeTime time) : TokenCredential
{
    private int fetches;

    public int Fetches => fetches;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new($"bot-token-{Interlocked.Increment(ref fetches).ToString(CultureInfo.InvariantCulture)}", time.GetUtcNow().AddHours(1));

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return GetToken(requestContext, cancellationToken);
    }
}
