using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>Signing in and out with an identity provider, where one is configured.</summary>
internal static partial class OpenIdSetup
{
    public static IServiceCollection AddOpenId(this IServiceCollection services)
    {
        services.AddOptions<OpenIdOptions>().BindConfiguration("Access:OpenId").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ProviderMetadata>().AddSingleton<IdTokens>().AddSingleton<ExternalSignIns>().AddTransient<OpenIdHandler>();
        services.AddSingleton<
            IPostConfigureOptions<OpenIdHandlerOptions>,
            OAuthPostConfigureOptions<OpenIdHandlerOptions, OpenIdHandler>
        >();
        services
            .AddOptions<AuthenticationOptions>()
            .Configure<IOptions<OpenIdOptions>>(
                (schemes, openId) =>
                {
                    if (openId.Value.IsOn)
                    {
                        schemes.AddScheme(OpenIdHandlerOptions.Scheme, scheme => scheme.HandlerType = typeof(OpenIdHandler));
                    }
                }
            );
        services
            .AddOptions<OpenIdHandlerOptions>(OpenIdHandlerOptions.Scheme)
            .Configure<IOptions<OpenIdOptions>>(
                (handler, openId) =>
                {
                    handler.ClientId = openId.Value.ClientId;
                    handler.ClientSecret = openId.Value.ClientSecret;
                    handler.CallbackPath = OpenIdHandlerOptions.Callback;
                    handler.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                    handler.UsePkce = true;
                    foreach (var scope in openId.Value.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    {
                        handler.Scope.Add(scope);
                    }

                    handler.CorrelationCookie.Name = "desk-openid.";
                    handler.CorrelationCookie.SameSite = SameSiteMode.Lax;
                    handler.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    handler.Events.OnTicketReceived = EnterAsync;
                    handler.Events.OnRemoteFailure = FailAsync;
                }
            );
        return services;
    }

    public static void MapOpenId(this IEndpointRouteBuilder routes) =>
        routes.MapPages(AccessPaths.External).AllowAnonymous().MapGet("/", BeginAsync);

    /// <summary>What the button on the sign-in page says; null when there is no provider.</summary>
    public static LocalizedText? ProviderName(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<OpenIdOptions>>().Value is { IsOn: true } openId
            ? new(openId.NameVi, openId.NameEn)
            : null;

    /// <summary>Where the provider's own session ends (OpenID Connect RP-Initiated Logout 1.0); null when it has no such place.</summary>
    public static async Task<string?> EndSessionUrlAsync(HttpContext context)
    {
        var services = context.RequestServices;
        if (services.GetRequiredService<IOptions<OpenIdOptions>>().Value is not { IsOn: true } openId)
        {
            return null;
        }

        try
        {
            var provider = await services.GetRequiredService<ProviderMetadata>().GetAsync(null, context.RequestAborted);
            return string.IsNullOrEmpty(provider.EndSessionEndpoint)
                ? null
                : QueryHelpers.AddQueryString(
                    provider.EndSessionEndpoint,
                    new Dictionary<string, string?>
                    {
                        ["client_id"] = openId.ClientId,
                        ["post_logout_redirect_uri"] =
                            $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}{AccessPaths.SignIn}",
                    }
                );
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<IResult> BeginAsync(
        HttpContext context,
        string? returnUrl,
        IOptions<OpenIdOptions> openId,
        ILoggerFactory logs
    )
    {
        if (!openId.Value.IsOn)
        {
            return Results.NotFound();
        }

        try
        {
            await context.ChallengeAsync(
                OpenIdHandlerOptions.Scheme,
                new AuthenticationProperties { RedirectUri = AccessEndpoints.Local(returnUrl) }
            );
            return Results.Empty;
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException)
        {
            LogFailed(logs.CreateLogger(typeof(OpenIdSetup)), "The provider cannot be reached.", fault);
            return PageResults.Message(
                context,
                AccessTexts.ExternalFailed,
                AccessTexts.ProviderDown,
                StatusCodes.Status503ServiceUnavailable
            );
        }
    }

    private static async Task EnterAsync(TicketReceivedContext ticket)
    {
        var context = ticket.HttpContext;
        var services = context.RequestServices;
        var account = await services
            .GetRequiredService<ExternalSignIns>()
            .FindAsync(OpenIdHandler.IdentityOf(ticket.Properties!), context.RequestAborted);
        ticket.HandleResponse();
        if (account is null)
        {
            await PageResults
                .Message(context, AccessTexts.Denied, AccessTexts.NoAccount, StatusCodes.Status403Forbidden)
                .ExecuteAsync(context);
            return;
        }

        await services.GetRequiredService<Sessions>().BeginAsync(context, account, isExternal: true);
        context.Response.Redirect(AccessEndpoints.Local(ticket.ReturnUri));
    }

    /// <summary>Whatever went wrong, the person learns only that it did; the log learns what.</summary>
    private static async Task FailAsync(RemoteFailureContext failure)
    {
        var context = failure.HttpContext;
        LogFailed(
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdSetup)),
            failure.Failure?.Message ?? "",
            null
        );
        failure.HandleResponse();
        await PageResults
            .Message(context, AccessTexts.ExternalFailed, AccessTexts.ExternalFailedText, StatusCodes.Status403Forbidden)
            .ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in with the identity provider failed: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason, Exception? fault);
}
