using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>Signing in and out with an identity provider, where one is configured.</summary>
internal static class OpenIdEndpoints
{
    public static void MapOpenId(this IEndpointRouteBuilder routes) =>
        routes.MapPages(AccessPaths.ExternalSignIn).AllowAnonymous().MapGet("/", ChallengeAsync);

    /// <summary>The provider's name for the button on the sign-in page; null when there is no provider.</summary>
    public static LocalizedText? ProviderName(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<OpenIdOptions>>().Value is { IsEnabled: true } openIdOptions
            ? new(openIdOptions.NameVi, openIdOptions.NameEn)
            : null;

    /// <summary>The URL that ends the session at the provider (OpenID Connect RP-Initiated Logout 1.0); null when it has no such endpoint
    /// or cannot be reached.</summary>
    public static async Task<string?> EndSessionUrlAsync(HttpContext context)
    {
        var services = context.RequestServices;
        if (services.GetRequiredService<IOptions<OpenIdOptions>>().Value is not { IsEnabled: true } openIdOptions)
        {
            return null;
        }

        try
        {
            var oidcOptions = services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(OpenIdSetup.Scheme);
            var providerConfiguration = await oidcOptions.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
            return string.IsNullOrEmpty(providerConfiguration.EndSessionEndpoint)
                ? null
                : QueryHelpers.AddQueryString(
                    providerConfiguration.EndSessionEndpoint,
                    new Dictionary<string, string?>
                    {
                        ["client_id"] = openIdOptions.ClientId,
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

    private static async Task<IResult> ChallengeAsync(HttpContext context, string? returnUrl, IOptions<OpenIdOptions> openIdOptions)
    {
        if (!openIdOptions.Value.IsEnabled)
        {
            return Results.NotFound();
        }

        try
        {
            var properties = new AuthenticationProperties { RedirectUri = AccessPaths.ToLocalUrl(returnUrl) };
            await context.ChallengeAsync(OpenIdSetup.Scheme, properties);
            return Results.Empty;
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or HttpRequestException)
        {
            return OpenIdEvents.ShowProviderUnreachable(context, exception);
        }
    }
}
