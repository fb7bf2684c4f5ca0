using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.Channels;

/// <summary>
/// <c>POST /api/messages</c>: the endpoint of Teams and the other channels of Azure Bot Service. The sender is authenticated before the
/// body is read; a refused sender gets an empty response.
/// </summary>
internal sealed partial class MessagesEndpoint(
    InboundTokenValidator tokenValidator,
    BotInbox inbox,
    IOptions<BotIdentityOptions> identityOptions,
    ILogger<MessagesEndpoint> log
)
{
    public const string Path = "/api/messages";

    /// <summary>Characters of an activity, as on Direct Line.</summary>
    private const int MaxBodyCharacters = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                Path,
                (HttpRequest request, MessagesEndpoint endpoint, CancellationToken cancellationToken) =>
                    endpoint.PostAsync(request, cancellationToken)
            )
            .AllowAnonymous();
        routes
            .Map(
                Path,
                static (HttpResponse response) =>
                {
                    response.Headers.Allow = HttpMethods.Post;
                    return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
                }
            )
            .AllowAnonymous();
    }

    private async Task<IResult> PostAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var isAnonymous = CanBeAnonymous(request.HttpContext);
        TokenCheckResult? sender = isAnonymous
            ? null
            : await tokenValidator.AuthenticateAsync(GetAuthorizationHeader(request), cancellationToken);
        if (sender is TokenCheckResult.Refused unauthenticated)
        {
            return Refuse(unauthenticated);
        }

        if (await BodyReader.ReadAsync(request.Body, request.ContentLength, MaxBodyCharacters, cancellationToken) is not { } body)
        {
            return CreateProblem(
                StatusCodes.Status413PayloadTooLarge,
                "MessageSizeTooBig",
                $"An activity has at most {MaxBodyCharacters} characters."
            );
        }

        var (activity, problem) = BodyReader.ParseActivity(body);
        if (activity is null)
        {
            return CreateProblem(StatusCodes.Status400BadRequest, "BadSyntax", problem!);
        }

        if (
            sender is TokenCheckResult.Authenticated authenticated
            && InboundTokenValidator.Authorize(authenticated, activity) is TokenCheckResult.Refused forbidden
        )
        {
            return Refuse(forbidden);
        }

        if (activity.ChannelId == ChannelIds.Directline)
        {
            return Refuse(new TokenCheckResult.Refused(StatusCodes.Status403Forbidden, "Direct Line has its own endpoint"));
        }

        if (FindMissingProperty(activity) is { } name)
        {
            return CreateProblem(StatusCodes.Status400BadRequest, "MissingProperty", $"The activity has no {name}.");
        }

        return await inbox.ReceiveAsync(activity, cancellationToken);
    }

    /// <summary>Development only, if allowed explicitly: no registration, and a caller on this machine.</summary>
    private bool CanBeAnonymous(HttpContext http) =>
        identityOptions.Value is { AllowAnonymous: true, AppId: null }
        && http.Connection.RemoteIpAddress is { } address
        && System.Net.IPAddress.IsLoopback(address);

    /// <summary>The header; null unless there is exactly one.</summary>
    private static string? GetAuthorizationHeader(HttpRequest request) => request.Headers.Authorization is [{ } header] ? header : null;

    private static string? FindMissingProperty(Activity activity) =>
        string.IsNullOrEmpty(activity.ChannelId) ? "channelId"
        : string.IsNullOrEmpty(activity.ServiceUrl) ? "serviceUrl"
        : string.IsNullOrEmpty(activity.Conversation?.Id) ? "conversation.id"
        : string.IsNullOrEmpty(activity.From?.Id) ? "from.id"
        : null;

    private IResult Refuse(TokenCheckResult.Refused refusal)
    {
        LogRefused(refusal.Status, refusal.Reason);
        return Results.StatusCode(refusal.Status);
    }

    internal static IResult CreateProblem(int status, string code, string message) =>
        Results.Json(ErrorResponse.Of(code, message), SchemaJson.TypeInfo<ErrorResponse>(), statusCode: status);

    [LoggerMessage(Level = LogLevel.Information, Message = "An activity was refused with {Status}: {Reason}")]
    private partial void LogRefused(int status, string reason);
}
