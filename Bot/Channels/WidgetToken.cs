using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;

namespace PolicyAssistantBot.Channels;

/// <summary>
/// <c>POST /api/widget/token</c>: a Direct Line token for a visitor of a page that has no back end of its own. The answer also holds
/// <c>resume</c>, which outlives the token and opens the same conversation again.
/// </summary>
internal sealed class WidgetToken(
    DirectLineTokens tokens,
    IDataProtectionProvider protection,
    IOptions<WidgetOptions> options,
    TimeProvider time
)
{
    private const string Limit = "widget-token";

    private readonly Sealer<DirectLineToken> resumes = new(protection, "resume", time);

    public static void Add(IServiceCollection services)
    {
        services.AddOptions<WidgetOptions>().BindConfiguration("Widget").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WidgetToken>();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(
                Limit,
                context =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new FixedWindowRateLimiterOptions
                        {
                            PermitLimit = context.RequestServices.GetRequiredService<IOptions<WidgetOptions>>().Value.TokensPerMinute,
                            Window = TimeSpan.FromMinutes(1),
                        }
                    )
            );
        });
    }

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/widget/token", GrantAsync).RequireRateLimiting(Limit).RequireCors(DirectLineSetup.CorsPolicy).AllowAnonymous();

    private static async Task<IResult> GrantAsync(
        HttpRequest request,
        DirectLineAuthenticator caller,
        WidgetToken widget,
        CancellationToken cancellationToken
    )
    {
        if (!caller.IsAllowedOrigin(request, null))
        {
            return DirectLineErrors.Forbidden("The page's origin is not allowed.");
        }

        if (await BodyReader.ReadParametersAsync(request, new WidgetParameters(null), cancellationToken) is not { } wanted)
        {
            return DirectLineErrors.BadArgument("The body is not well-formed.");
        }

        return widget.Grant(wanted.Resume);
    }

    private IResult Grant(string? resume)
    {
        if (resume is null)
        {
            return Answer(tokens.NewConversation(null, null, null));
        }

        return resumes.Unseal(resume) switch
        {
            UnsealResult<DirectLineToken>.Valid { Value: var token } => Answer(token),
            UnsealResult<DirectLineToken>.Expired => DirectLineErrors.TokenExpired,
            _ => DirectLineErrors.InvalidToken,
        };
    }

    private IResult Answer(DirectLineToken token) =>
        Results.Json(
            new WidgetGrant(
                token.ConversationId,
                tokens.Issue(token),
                tokens.LifetimeSeconds,
                resumes.Seal(token, options.Value.ResumeLifetime)
            )
        );

    private sealed record WidgetParameters(string? Resume);

    private sealed record WidgetGrant(
        string ConversationId,
        string Token,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        string Resume
    );
}
