using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;

namespace PolicyAssistantBot.Channels;

/// <summary>
/// <c>POST /api/widget/token</c>: a Direct Line token for a visitor of a page that has no back end of its own. The response also contains
/// <c>resume</c>, which stays valid longer than the token and reopens the same conversation.
/// </summary>
internal sealed class WidgetTokenEndpoint(
    DirectLineTokens tokens,
    IDataProtectionProvider protection,
    IDirectLineTranscript transcript,
    IOptions<WidgetOptions> options,
    TimeProvider time
)
{
    private readonly ExpiringProtector<DirectLineToken> resumeProtector = new(protection, "resume", time);

    public static void AddServices(IServiceCollection services)
    {
        services.AddOptions<WidgetOptions>().BindConfiguration("Widget").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WidgetTokenEndpoint>();
    }

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/widget/token", GrantAsync)
            .WithMetadata(new DoorMetadata(Door.Token))
            .RequireCors(DirectLineSetup.CorsPolicy)
            .AllowAnonymous();

    private static async Task<IResult> GrantAsync(
        HttpRequest request,
        DirectLineAuthenticator caller,
        WidgetTokenEndpoint widget,
        CancellationToken cancellationToken
    )
    {
        if (!caller.IsAllowedOrigin(request, null))
        {
            return DirectLineErrors.Forbidden("The page's origin is not allowed.");
        }

        if (await BodyReader.ReadParametersAsync(request, new WidgetParameters(null), cancellationToken) is not { } parameters)
        {
            return DirectLineErrors.BadArgument("The body is not well-formed.");
        }

        return widget.GrantToken(parameters.Resume);
    }

    private IResult GrantToken(string? resume)
    {
        if (resume is null)
        {
            return CreateGrant(tokens.NewConversation(null, null, null));
        }

        return resumeProtector.Unprotect(resume) switch
        {
            UnprotectResult<DirectLineToken>.Valid { Value: var token }
                when tokens.IsEnded(token) || transcript.IsErased(token.ConversationId) => DirectLineErrors.UnknownConversation,
            UnprotectResult<DirectLineToken>.Valid { Value: var token } => CreateGrant(token),
            UnprotectResult<DirectLineToken>.Expired => DirectLineErrors.TokenExpired,
            _ => DirectLineErrors.InvalidToken,
        };
    }

    private IResult CreateGrant(DirectLineToken token)
    {
        var (text, lifetimeSeconds) = tokens.Issue(token);
        var resume = resumeProtector.Protect(tokens.WithStart(token), tokens.GetLifetime(token, options.Value.ResumeLifetime));
        return Results.Json(new WidgetGrant(token.ConversationId, text, lifetimeSeconds, resume));
    }

    private sealed record WidgetParameters(string? Resume);

    private sealed record WidgetGrant(
        string ConversationId,
        string Token,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        string Resume
    );
}
