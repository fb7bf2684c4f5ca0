using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Calls a channel's service (Bot Connector REST API v3), once for each request: creating an activity is not idempotent, so the
/// outbox decides from the outcome whether a call may be repeated. Only a call that was refused because of a stale token is repeated here.
/// </summary>
internal sealed class ConnectorClient(
    IHttpClientFactory httpClientFactory,
    BotTokenProvider tokens,
    ThreadPacer pacer,
    IOptions<BotIdentityOptions> identity,
    TimeProvider time
)
{
    public const string HttpClientName = "connector";

    /// <summary>
    /// Longer than a slow service needs, because the outcome of an aborted call is unknown; shorter than the time that a shutdown waits.
    /// </summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Longer waits for the thread's rate limit are left to the outbox.</summary>
    private static readonly TimeSpan MaxPacingDelay = TimeSpan.FromSeconds(5);

    /// <summary>The maximum size of a response; those of the service are far smaller.</summary>
    private const int MaxResponseBytes = 4 * 1024 * 1024;

    /// <summary>Posts an activity to its conversation, as a reply if it has a <see cref="Activity.ReplyToId"/>.</summary>
    public Task<ConnectorResult> SendAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(
            HttpMethod.Post,
            activity,
            activity.ReplyToId is { Length: > 0 } replyToId ? $"/{Uri.EscapeDataString(replyToId)}" : "",
            SchemaJson.ToJson(activity),
            cancellationToken
        );

    /// <summary>Opens a thread in a Teams channel with its first message; the result has the message's id.</summary>
    public Task<ConnectorResult> OpenThreadAsync(
        string? serviceUrl,
        string channelId,
        Activity firstMessage,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            new Call(
                HttpMethod.Post,
                "v3/conversations",
                channelId,
                TeamsChannelThreads.CreateThreadBody(channelId, firstMessage).ToJsonString()
            ),
            serviceUrl,
            TeamsChannelThreads.ReadMessageId,
            cancellationToken
        );

    /// <summary>Replaces the activity that has the same id.</summary>
    public Task<ConnectorResult> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, activity, $"/{Uri.EscapeDataString(activity.Id ?? "")}", SchemaJson.ToJson(activity), cancellationToken);

    /// <summary>Deletes the activity that has the same id.</summary>
    public Task<ConnectorResult> DeleteAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Delete, activity, $"/{Uri.EscapeDataString(activity.Id ?? "")}", null, cancellationToken);

    private Task<ConnectorResult> CallAsync(
        HttpMethod method,
        Activity activity,
        string suffix,
        string? body,
        CancellationToken cancellationToken
    )
    {
        var conversationId = activity.Conversation?.Id ?? "";
        return CallAsync(
            new Call(method, $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities{suffix}", conversationId, body),
            activity.ServiceUrl,
            responseBody => CardTree.StringOrNull(responseBody?["id"]),
            cancellationToken
        );
    }

    /// <param name="cancellationToken">Cancels the call until its transmission begins; afterwards the outcome is waited for.</param>
    private async Task<ConnectorResult> CallAsync(
        Call call,
        string? serviceUrl,
        Func<JsonObject?, string?> readId,
        CancellationToken cancellationToken
    )
    {
        if (!IsAllowed(serviceUrl))
        {
            return new ConnectorResult.Refused(0, "ServiceUrlNotAllowed", IsConversationEnded: false);
        }

        if (call.Body?.Length > MessageSplitter.MaxCharacters)
        {
            return new ConnectorResult.Refused(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", IsConversationEnded: false);
        }

        if (await pacer.WaitAsync(call.Thread, MaxPacingDelay, cancellationToken) is { } wait)
        {
            return new ConnectorResult.NotAccepted("rate limit", wait);
        }

        var uri = new Uri($"{serviceUrl!.TrimEnd('/')}/{call.Path}");
        var token = await GetTokenAsync(cancellationToken);
        var (result, isStale) = await SendOnceAsync(call, uri, token, readId);
        if (isStale && token is not null)
        {
            tokens.Invalidate(token);
            (result, _) = await SendOnceAsync(call, uri, await GetTokenAsync(cancellationToken), readId);
        }

        return result;
    }

    /// <summary>Without a registration there is no token that could be stolen, and only tools on the local machine may be called.</summary>
    private bool IsAllowed(string? serviceUrl) =>
        identity.Value.AppId is null
            ? identity.Value.AllowAnonymous && Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) && uri.IsLoopback
            : ServiceUrls.IsAllowed(serviceUrl, identity.Value.ServiceUrlHosts);

    private async ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken) =>
        identity.Value.AppId is null ? null : await tokens.GetAsync(cancellationToken);

    private async Task<(ConnectorResult Result, bool IsStaleToken)> SendOnceAsync(
        Call call,
        Uri uri,
        string? token,
        Func<JsonObject?, string?> readId
    )
    {
        using var timeout = new CancellationTokenSource(CallTimeout, time);
        using var body = call.Body is null ? null : new JsonBody(call.Body);
        using var request = new HttpRequestMessage(call.Method, uri) { Content = body };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var client = httpClientFactory.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            var responseBody = await ReadBodyAsync(response, timeout.Token);
            return (Classify(response, responseBody, readId), ConnectorErrors.IsStaleToken(response.StatusCode, responseBody));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            var reason = exception is OperationCanceledException ? "no response in time" : DescribeFailure(exception);
            return (
                body is { HasStarted: false } ? new ConnectorResult.NotAccepted(reason) : new ConnectorResult.Ambiguous(0, reason),
                false
            );
        }
    }

    /// <summary>Reads the body of the response. The status is already known, so an incomplete body does not change the outcome.</summary>
    private static async Task<string> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxResponseBytes, cancellationToken);
            return await response.Content.ReadAsStringAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return "";
        }
    }

    private ConnectorResult Classify(HttpResponseMessage response, string responseBody, Func<JsonObject?, string?> readId)
    {
        var (status, code) = (response.StatusCode, ConnectorErrors.ReadErrorCode(responseBody));
        var reason = $"{(int)status} {code}".TrimEnd();
        return response.IsSuccessStatusCode ? new ConnectorResult.Done(readId(ParseBody(responseBody)))
            : ConnectorErrors.IsRetryable(status) ? new ConnectorResult.NotAccepted(reason, ReadRetryAfter(response.Headers.RetryAfter))
            : ConnectorErrors.IsAmbiguous(status) ? new ConnectorResult.Ambiguous((int)status, reason)
            : new ConnectorResult.Refused((int)status, code, ConnectorErrors.IsConversationEnded(status, code));
    }

    private static JsonObject? ParseBody(string responseBody)
    {
        try
        {
            return responseBody.Length == 0 ? null : JsonNode.Parse(responseBody) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string DescribeFailure(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error }
            ? error.ToString()
            : "connection lost";

    private TimeSpan? ReadRetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);

    /// <param name="Thread">The conversation whose rate limit applies.</param>
    private sealed record Call(HttpMethod Method, string Path, string Thread, string? Body);
}
