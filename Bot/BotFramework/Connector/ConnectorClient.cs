using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Calls a channel's service (Bot Connector REST API v3), once for each request: creating an activity is not idempotent, so it is the
/// outbox that decides from the outcome whether the call may be repeated. Only a call that was refused for a stale token is repeated here.
/// </summary>
internal sealed class ConnectorClient(
    IHttpClientFactory clients,
    BotTokens tokens,
    ThreadPacer pacer,
    IOptions<BotIdentityOptions> identity,
    TimeProvider time
)
{
    public const string HttpClientName = "connector";

    /// <summary>
    /// Longer than a slow service takes, because the outcome of a call that is cut off is unknown; shorter than a shutdown waits.
    /// </summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Longer waits for the thread's rate limit are left to the outbox.</summary>
    private static readonly TimeSpan MaxPacing = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of an answer; the service's own are far smaller.</summary>
    private const int MaxAnswer = 4 * 1024 * 1024;

    /// <summary>Posts an activity to its conversation, as a reply when it names the activity that it replies to.</summary>
    public Task<ConnectorResult> SendAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(
            HttpMethod.Post,
            activity,
            activity.ReplyToId is { Length: > 0 } to ? $"/{Uri.EscapeDataString(to)}" : "",
            SchemaJson.ToJson(activity),
            cancellationToken
        );

    /// <summary>Opens a thread in a Teams channel with its first message; the result has the message's id.</summary>
    public Task<ConnectorResult> OpenThreadAsync(
        string? serviceUrl,
        string channelId,
        Activity first,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            new Call(HttpMethod.Post, "v3/conversations", channelId, NewConversation.ChannelPost(channelId, first).ToJsonString()),
            serviceUrl,
            NewConversation.MessageId,
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
        var conversation = activity.Conversation?.Id ?? "";
        return CallAsync(
            new Call(method, $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities{suffix}", conversation, body),
            activity.ServiceUrl,
            answer => CardTree.Text(answer?["id"]),
            cancellationToken
        );
    }

    /// <param name="cancellationToken">Cancels the call until its transmission begins; afterwards the outcome is waited for.</param>
    private async Task<ConnectorResult> CallAsync(
        Call call,
        string? serviceUrl,
        Func<JsonObject?, string?> idOf,
        CancellationToken cancellationToken
    )
    {
        if (!MayCall(serviceUrl))
        {
            return new ConnectorResult.Refused(0, "ServiceUrlNotAllowed", Ended: false);
        }

        if (call.Body?.Length > MessageSplitter.MaxCharacters)
        {
            return new ConnectorResult.Refused(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", Ended: false);
        }

        if (await pacer.WaitAsync(call.Thread, MaxPacing, cancellationToken) is { } wait)
        {
            return new ConnectorResult.NotAccepted("rate limit", wait);
        }

        var address = new Uri($"{serviceUrl!.TrimEnd('/')}/{call.Path}");
        var token = await TokenAsync(cancellationToken);
        var (result, isStale) = await TryAsync(call, address, token, idOf);
        if (isStale && token is not null)
        {
            tokens.Forget(token);
            (result, _) = await TryAsync(call, address, await TokenAsync(cancellationToken), idOf);
        }

        return result;
    }

    /// <summary>Without a registration there is no token that could be stolen, and only tools on this machine are called.</summary>
    private bool MayCall(string? serviceUrl) =>
        identity.Value.AppId is null
            ? identity.Value.AllowAnonymous && Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && address.IsLoopback
            : ServiceUrls.IsAllowed(serviceUrl, identity.Value.ServiceUrlHosts);

    private async ValueTask<string?> TokenAsync(CancellationToken cancellationToken) =>
        identity.Value.AppId is null ? null : await tokens.GetAsync(cancellationToken);

    private async Task<(ConnectorResult Result, bool IsStaleToken)> TryAsync(
        Call call,
        Uri address,
        string? token,
        Func<JsonObject?, string?> idOf
    )
    {
        using var timeout = new CancellationTokenSource(CallTimeout, time);
        using var body = call.Body is null ? null : new JsonBody(call.Body);
        using var request = new HttpRequestMessage(call.Method, address) { Content = body };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            var answer = await ReadAsync(response, timeout.Token);
            return (Classify(response, answer, idOf), ConnectorErrors.IsStaleToken(response.StatusCode, answer));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            var reason = exception is OperationCanceledException ? "no answer in time" : Reason(exception);
            return (
                body is { HasStarted: false } ? new ConnectorResult.NotAccepted(reason) : new ConnectorResult.Ambiguous(0, reason),
                false
            );
        }
    }

    /// <summary>The answer's text. The status is known by now, so a body that breaks off does not change the outcome.</summary>
    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxAnswer, cancellationToken);
            return await response.Content.ReadAsStringAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return "";
        }
    }

    private ConnectorResult Classify(HttpResponseMessage response, string answer, Func<JsonObject?, string?> idOf)
    {
        var (status, code) = (response.StatusCode, ConnectorErrors.Code(answer));
        var reason = $"{(int)status} {code}".TrimEnd();
        return response.IsSuccessStatusCode ? new ConnectorResult.Done(idOf(Parse(answer)))
            : ConnectorErrors.IsNotAccepted(status) ? new ConnectorResult.NotAccepted(reason, After(response.Headers.RetryAfter))
            : ConnectorErrors.IsAmbiguous(status) ? new ConnectorResult.Ambiguous((int)status, reason)
            : new ConnectorResult.Refused((int)status, code, ConnectorErrors.Ends(status, code));
    }

    private static JsonObject? Parse(string answer)
    {
        try
        {
            return answer.Length == 0 ? null : JsonNode.Parse(answer) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Reason(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error }
            ? error.ToString()
            : "connection lost";

    private TimeSpan? After(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);

    /// <param name="Thread">The conversation whose rate limit applies.</param>
    private sealed record Call(HttpMethod Method, string Path, string Thread, string? Body);
}
