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
        services.AddSingleton<ExternalSignIns>().AddTransient<OpenIdConnectHandler>();
        services
            .AddOptions<AuthenticationOptions>()
            .Configure<IOptions<OpenIdOptions>>(
                (schemes, openId) =>
                {
                    if (openId.Value.IsOn)
                    {
                        schemes.AddScheme(Scheme, scheme => scheme.HandlerType = typeof(OpenIdConnectHandler));
                    }
                }
            );
        services
            .AddOptions<OpenIdConnectOptions>(Scheme)
            .Configure<IOptions<OpenIdOptions>, TimeProvider>((handler, openId, time) => Configure(handler, openId.Value, time))
            .PostConfigure<IOptions<OpenIdOptions>>((handler, openId) => AuthenticateClient(handler, openId.Value));
        // The framework's own step creates the HTTP client that the next one needs.
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>();
        services
            .AddOptions<OpenIdConnectOptions>(Scheme)
            .PostConfigure<TimeProvider, ILogger<ProviderMetadata>>(
                (handler, time, logger) =>
                    handler.ConfigurationManager = new ProviderMetadata(
                        handler.MetadataAddress!,
                        new HttpDocumentRetriever(handler.Backchannel) { RequireHttps = handler.RequireHttpsMetadata },
                        time,
                        logger
                    )
            );
        return services;
    }

    private static void Configure(OpenIdConnectOptions handler, OpenIdOptions openId, TimeProvider time)
    {
        handler.Authority = openId.Authority?.ToString();
        handler.RequireHttpsMetadata = openId.Authority is not { IsLoopback: true };
        handler.ClientId = openId.ClientId;
        handler.ClientSecret = openId.ClientSecret;
        handler.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes by a redirect, so that Lax cookies come with it.
        handler.ResponseMode = OpenIdConnectResponseMode.Query;
        handler.CallbackPath = "/desk/sign-in/callback";
        handler.RemoteSignOutPath = PathString.Empty;
        handler.SignedOutCallbackPath = PathString.Empty;
        handler.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        handler.DisableTelemetry = true;
        handler.MapInboundClaims = false;
        handler.TokenValidationParameters = IdTokenRules.Parameters(time);
        handler.Scope.Clear();
        foreach (var scope in openId.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            handler.Scope.Add(scope);
        }

        Cookie(handler.CorrelationCookie, "desk-openid.");
        Cookie(handler.NonceCookie, "desk-openid-nonce.");
        handler.Events.OnTokenValidated = OpenIdEvents.CheckTokenAsync;
        handler.Events.OnTicketReceived = OpenIdEvents.SignInAsync;
        handler.Events.OnRemoteFailure = OpenIdEvents.FailAsync;
    }

    private static void Cookie(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static void AuthenticateClient(OpenIdConnectOptions handler, OpenIdOptions openId)
    {
        if (openId.ClientAuthentication == ClientAuthentication.Basic && openId.ClientSecret.Length > 0)
        {
            handler.ClientSecret = null;
            handler.BackchannelHttpHandler = new BasicClientAuthentication(
                openId.ClientId,
                openId.ClientSecret,
                handler.BackchannelHttpHandler ?? new HttpClientHandler()
            );
        }
    }
}
