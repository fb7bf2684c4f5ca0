using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Schema;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Speaks to a channel's service (Bot Connector REST API v3). A call ends in a value: done, later or refused. A connector may never
/// answer, so each try has a time limit; a try whose answer was lost counts as failed, and the channel may then show the activity twice.
/// </summary>
internal sealed class ConnectorClient(
    IHttpClientFactory clients, BotTokens tokens, ThreadPacer pacer, IOptions<BotIdentityOptions> identity, TimeProvider time)
{
    public const string HttpClientName = "connector";

    /// <summary>A longer wait than this is left to the outbox, which tries again later.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly ResiliencePipeline<Attempt> retries = Retries(time);

    /// <summary>Posts an activity to its conversation, as a reply where it names what it replies to.</summary>
    public Task<ConnectorResult> SendAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, activity, activity.ReplyToId is { Length: > 0 } to ? $"/{Uri.EscapeDataString(to)}" : "", SchemaJson.ToJson(activity), cancellationToken);

    /// <summary>Replaces the activity with this one's id.</summary>
    public Task<ConnectorResult> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, activity, $"/{Uri.EscapeDataString(activity.Id ?? "")}", SchemaJson.ToJson(activity), cancellationToken);

    /// <summary>Deletes the activity with this one's id.</summary>
    public Task<ConnectorResult> DeleteAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Delete, activity, $"/{Uri.EscapeDataString(activity.Id ?? "")}", null, cancellationToken);

    /// <summary>Opens a conversation: 1:1 with a member, or a new post in a Teams channel. The id is the conversation's.</summary>
    public Task<ConnectorResult> CreateConversationAsync(string serviceUrl, JsonObject parameters, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, serviceUrl, "v3/conversations", "new", parameters.ToJsonString(), cancellationToken);

    private Task<ConnectorResult> CallAsync(HttpMethod method, Activity activity, string suffix, string? body, CancellationToken cancellationToken)
    {
        var conversation = activity.Conversation?.Id ?? "";
        return CallAsync(method, activity.ServiceUrl, $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities{suffix}", conversation, body, cancellationToken);
    }

    private async Task<ConnectorResult> CallAsync(HttpMethod method, string? serviceUrl, string path, string thread, string? body, CancellationToken cancellationToken)
    {
        if (!ServiceUrls.IsAllowed(serviceUrl, identity.Value.ServiceUrlHosts))
        {
            return new ConnectorResult.Refused(0, "ServiceUrlNotAllowed", Ended: false);
        }

        var address = new Uri($"{serviceUrl!.TrimEnd('/')}/{path}");
        await pacer.WaitAsync(thread, cancellationToken);
        try
        {
            var last = await retries.ExecuteAsync(async token => await TryAsync(method, address, body, token), cancellationToken);
            if (last.Status == HttpStatusCode.Unauthorized && ConnectorErrors.Code(last.Body).Length == 0)
            {
                tokens.Forget(last.Token);
                last = await retries.ExecuteAsync(async token => await TryAsync(method, address, body, token), cancellationToken);
            }

            return last.IsTransient ? new ConnectorResult.Later(last.Status.ToString(), last.After) : Final(last.Status, last.Body);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException)
        {
            return new ConnectorResult.Later("no answer", null);
        }
    }

    private async Task<Attempt> TryAsync(HttpMethod method, Uri address, string? body, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var client = clients.CreateClient(HttpClientName);
        using var response = await client.SendAsync(request, cancellationToken);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken), After(response.Headers.RetryAfter), token);
    }

    /// <summary>Three more tries after 1, 2 and 4 seconds with jitter, or after what the channel asks for; ten seconds for each.</summary>
    private static ResiliencePipeline<Attempt> Retries(TimeProvider time) =>
        new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
                {
                    { Exception: HttpRequestException or TimeoutRejectedException } => true,
                    { Result: { IsTransient: true } tried } => !(tried.After > LongestWait),
                    _ => false,
                }),
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.After),
            })
            .AddTimeout(TimeSpan.FromSeconds(10))
            .Build();

    private static ConnectorResult Final(HttpStatusCode status, string body)
    {
        if ((int)status is >= 200 and < 300)
        {
            return new ConnectorResult.Done(Id(body));
        }

        var code = ConnectorErrors.Code(body);
        return new ConnectorResult.Refused((int)status, code, ConnectorErrors.Ends(status, code));
    }

    private static string? Id(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body)?["id"]?.GetValue<string>();
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private TimeSpan? After(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);

    /// <param name="Token">The bot's token that was sent.</param>
    private sealed record Attempt(HttpStatusCode Status, string Body, TimeSpan? After, string Token)
    {
        public bool IsTransient => ConnectorErrors.IsTransient(Status);
    }
}
