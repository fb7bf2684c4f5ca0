using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Connector.Cards;
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
    IHttpClientFactory clients,
    BotTokens tokens,
    ThreadPacer pacer,
    IOptions<BotIdentityOptions> identity,
    TimeProvider time
)
{
    public const string HttpClientName = "connector";

    /// <summary>A longer wait than this is left to the outbox, which tries again later.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly ResiliencePipeline<Attempt> retries = Retries(time);

    /// <summary>Posts an activity to its conversation, as a reply where it names what it replies to.</summary>
    public Task<ConnectorResult> SendAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(
            HttpMethod.Post,
            activity,
            activity.ReplyToId is { Length: > 0 } to ? $"/{Uri.EscapeDataString(to)}" : "",
            SchemaJson.ToJson(activity),
            cancellationToken
        );

    /// <summary>Replaces the activity with this one's id.</summary>
    public Task<ConnectorResult> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, activity, $"/{Uri.EscapeDataString(activity.Id ?? "")}", SchemaJson.ToJson(activity), cancellationToken);

    /// <summary>Deletes the activity with this one's id.</summary>
    public Task<ConnectorResult> DeleteAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Delete, activity, $"/{Uri.EscapeDataString(activity.Id ?? "")}", null, cancellationToken);

    /// <summary>Opens a conversation: 1:1 with a member, or a new post in a Teams channel. The id is the conversation's.</summary>
    public Task<ConnectorResult> CreateConversationAsync(string serviceUrl, JsonObject parameters, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, serviceUrl, "v3/conversations", "new", parameters.ToJsonString(), cancellationToken);

    /// <summary>One page of a conversation's members, as the channel wrote it.</summary>
    /// <param name="continuation">From the page before; null for the first.</param>
    public Task<ConnectorResult> MembersPageAsync(
        string serviceUrl,
        string conversationId,
        string? continuation,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            HttpMethod.Get,
            serviceUrl,
            $"v3/conversations/{Uri.EscapeDataString(conversationId)}/pagedmembers?pageSize=500{(continuation is null ? "" : $"&continuationToken={Uri.EscapeDataString(continuation)}")}",
            conversationId,
            null,
            cancellationToken
        );

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
            method,
            activity.ServiceUrl,
            $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities{suffix}",
            conversation,
            body,
            cancellationToken
        );
    }

    private async Task<ConnectorResult> CallAsync(
        HttpMethod method,
        string? serviceUrl,
        string path,
        string thread,
        string? body,
        CancellationToken cancellationToken
    )
    {
        if (!MayCall(serviceUrl))
        {
            return new ConnectorResult.Refused(0, "ServiceUrlNotAllowed", Ended: false);
        }

        if (body?.Length > MessageSplitter.MaxCharacters)
        {
            return new ConnectorResult.Refused(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", Ended: false);
        }

        var address = new Uri($"{serviceUrl!.TrimEnd('/')}/{path}");
        if (await pacer.WaitAsync(thread, LongestWait, cancellationToken) is { } wait)
        {
            return new ConnectorResult.Later("the thread's limit is reached", wait);
        }

        try
        {
            var last = await retries.ExecuteAsync(async token => await TryAsync(method, address, body, token), cancellationToken);
            if (last.Token is { } stale && ConnectorErrors.IsStaleToken(last.Status, last.Body))
            {
                tokens.Forget(stale);
                last = await retries.ExecuteAsync(async token => await TryAsync(method, address, body, token), cancellationToken);
            }

            return last.IsTransient ? new ConnectorResult.Later(last.Status.ToString(), last.After) : Final(last.Status, last.Body);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException)
        {
            return new ConnectorResult.Later("no answer", null);
        }
    }

    /// <summary>Without a registration there is no token to be stolen, and only tools on this machine are spoken to.</summary>
    private bool MayCall(string? serviceUrl) =>
        identity.Value.AppId is null
            ? identity.Value.AllowAnonymous && Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && address.IsLoopback
            : ServiceUrls.IsAllowed(serviceUrl, identity.Value.ServiceUrlHosts);

    private async Task<Attempt> TryAsync(HttpMethod method, Uri address, string? body, CancellationToken cancellationToken)
    {
        var token = identity.Value.AppId is null ? null : await tokens.GetAsync(cancellationToken);
        using var request = new HttpRequestMessage(method, address);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var client = clients.CreateClient(HttpClientName);
        using var response = await client.SendAsync(request, cancellationToken);
        return new(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(cancellationToken),
            After(response.Headers.RetryAfter),
            token
        );
    }

    /// <summary>Three more tries after 1, 2 and 4 seconds with jitter, or after what the channel asks for; ten seconds for each.</summary>
    private static ResiliencePipeline<Attempt> Retries(TimeProvider time) =>
        new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<Attempt>
                {
                    MaxRetryAttempts = 3,
                    Delay = TimeSpan.FromSeconds(1),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = args =>
                        ValueTask.FromResult(
                            args.Outcome switch
                            {
                                { Exception: HttpRequestException or TimeoutRejectedException } => true,
                                { Result: { IsTransient: true } tried } => !(tried.After > LongestWait),
                                _ => false,
                            }
                        ),
                    DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.After),
                }
            )
            .AddTimeout(TimeSpan.FromSeconds(10))
            .Build();

    private static ConnectorResult Final(HttpStatusCode status, string body)
    {
        if ((int)status is >= 200 and < 300)
        {
            return new ConnectorResult.Done(Id(body), body);
        }

        var code = ConnectorErrors.Code(body);
        return new ConnectorResult.Refused((int)status, code, ConnectorErrors.Ends(status, code));
    }

    private static string? Id(string body)
    {
        try
        {
            return body.Length == 0 ? null : CardTree.Text((JsonNode.Parse(body) as JsonObject)?["id"]);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private TimeSpan? After(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);

    /// <param name="Token">The bot's token that was sent, if any.</param>
    private sealed record Attempt(HttpStatusCode Status, string Body, TimeSpan? After, string? Token)
    {
        public bool IsTransient => ConnectorErrors.IsTransient(Status);
    }
}
