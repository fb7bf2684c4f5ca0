using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>Registers the framework's OpenID Connect handler: authorization code with PKCE, where a provider is configured.</summary>
internal static class OpenIdSetup
{
    public const string Scheme = "openid";

    public static IServiceCollection AddOpenId(this IServiceCollection services)
    {
        services.AddOptions<OpenIdOptions>().BindConfiguration("Access:OpenId").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ExternalSignInService>().AddTransient<OpenIdConnectHandler>();
        services
            .AddOptions<AuthenticationOptions>()
            .Configure<IOptions<OpenIdOptions>>(
                (schemes, openIdOptions) =>
                {
                    if (openIdOptions.Value.IsEnabled)
                    {
                        schemes.AddScheme(Scheme, scheme => scheme.HandlerType = typeof(OpenIdConnectHandler));
                    }
                }
            );
        services
            .AddOptions<OpenIdConnectOptions>(Scheme)
            .Configure<IOptions<OpenIdOptions>, TimeProvider>(
                (oidcOptions, openIdOptions, time) => Configure(oidcOptions, openIdOptions.Value, time)
            )
            .PostConfigure<IOptions<OpenIdOptions>>((oidcOptions, openIdOptions) => AuthenticateClient(oidcOptions, openIdOptions.Value));
        // The framework's own step creates the HTTP client that the next one needs.
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>();
        services
            .AddOptions<OpenIdConnectOptions>(Scheme)
            .PostConfigure<TimeProvider, ILogger<ProviderMetadata>>(
                (oidcOptions, time, logger) =>
                    oidcOptions.ConfigurationManager = new ProviderMetadata(
                        oidcOptions.MetadataAddress!,
                        new HttpDocumentRetriever(oidcOptions.Backchannel) { RequireHttps = oidcOptions.RequireHttpsMetadata },
                        time,
                        logger
                    )
            );
        return services;
    }

    private static void Configure(OpenIdConnectOptions oidcOptions, OpenIdOptions openIdOptions, TimeProvider time)
    {
        oidcOptions.Authority = openIdOptions.Authority?.ToString();
        oidcOptions.RequireHttpsMetadata = openIdOptions.Authority is not { IsLoopback: true };
        oidcOptions.ClientId = openIdOptions.ClientId;
        oidcOptions.ClientSecret = openIdOptions.ClientSecret;
        oidcOptions.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes by a redirect, so that Lax cookies come with it.
        oidcOptions.ResponseMode = OpenIdConnectResponseMode.Query;
        oidcOptions.CallbackPath = "/desk/sign-in/callback";
        oidcOptions.RemoteSignOutPath = PathString.Empty;
        oidcOptions.SignedOutCallbackPath = PathString.Empty;
        oidcOptions.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        oidcOptions.DisableTelemetry = true;
        oidcOptions.MapInboundClaims = false;
        oidcOptions.TokenValidationParameters = IdTokenRules.CreateValidationParameters(time);
        oidcOptions.Scope.Clear();
        foreach (var scope in openIdOptions.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            oidcOptions.Scope.Add(scope);
        }

        ConfigureCookie(oidcOptions.CorrelationCookie, "desk-openid.");
        ConfigureCookie(oidcOptions.NonceCookie, "desk-openid-nonce.");
        oidcOptions.Events.OnTokenValidated = OpenIdEvents.CheckTokenAsync;
        oidcOptions.Events.OnTicketReceived = OpenIdEvents.SignInAsync;
        oidcOptions.Events.OnRemoteFailure = OpenIdEvents.FailAsync;
    }

    private static void ConfigureCookie(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static void AuthenticateClient(OpenIdConnectOptions oidcOptions, OpenIdOptions openIdOptions)
    {
        if (openIdOptions.ClientAuthentication == ClientAuthentication.Basic && openIdOptions.ClientSecret.Length > 0)
        {
            oidcOptions.ClientSecret = null;
            oidcOptions.BackchannelHttpHandler = new BasicClientAuthentication(
                openIdOptions.ClientId,
                openIdOptions.ClientSecret,
                oidcOptions.BackchannelHttpHandler ?? new HttpClientHandler()
            );
        }
    }
}
