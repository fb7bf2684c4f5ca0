using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.OpenId;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Access.Views;

namespace PolicyAssistantBot.Access;

/// <summary>Sign-in, roles and policies. An endpoint without a policy denies everyone.</summary>
internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration("Access").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Passwords>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<PendingSignIns>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<ViewLog>();
        services.AddSingleton(new PasswordConsole(Console.Out));
        services.AddHostedService<FirstAdministrator>();
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "desk-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services
            .AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IOptions<AccessOptions>>(
                (cookie, access) =>
                {
                    cookie.Cookie.Name = "desk";
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    cookie.LoginPath = AccessPaths.SignIn;
                    cookie.ReturnUrlParameter = "returnUrl";
                    cookie.ExpireTimeSpan = access.Value.IdleLimit;
                    cookie.SlidingExpiration = true;
                    cookie.EventsType = typeof(Sessions);
                }
            );
        services.AddOpenId();
        services.AddAuthorization(Policies.Configure);
        return services;
    }

    /// <summary>Must run after routing, because the policy belongs to the endpoint.</summary>
    public static WebApplication UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    public static IEndpointRouteBuilder MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapStyles();
        routes.MapSignIn();
        routes.MapAccounts();
        routes.MapViewLog();
        routes.MapSecondFactor();
        routes.MapOpenId();
        return routes;
    }
}
