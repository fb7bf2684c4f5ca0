using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.Accounts;
using PolicyAssistantBot.Access.Attempts;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.OpenId;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.Access.Preferences;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Access.Sessions;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Design;

namespace PolicyAssistantBot.Access;

/// <summary>Sign-in, roles and policies. An endpoint without a policy denies everyone.</summary>
internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration("Access").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PasswordQueue>();
        services.AddSingleton<PasswordService>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<AccountPages>();
        services.AddSingleton<SignInService>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<KnownDeviceCookie>();
        services.AddSingleton<SecondFactorService>();
        services.AddSingleton<PendingSignInCookie>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionCookieEvents>();
        services.AddSingleton<PreferenceStore>();
        services.AddSingleton<CaseViewLog>();
        services.AddSingleton<SecurityLog>();
        services.AddSingleton(new PasswordConsole(Console.Out, IsTerminal: !Console.IsOutputRedirected));
        services.AddSingleton<FirstPasswordNotice>();
        services.AddHostedService<FirstAdministratorSeeder>();
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
                (options, accessOptions) =>
                {
                    options.Cookie.Name = HostCookies.SessionCookie;
                    options.Cookie.HttpOnly = true;
                    options.Cookie.SameSite = SameSiteMode.Lax;
                    options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    options.LoginPath = AccessPaths.SignIn;
                    options.ReturnUrlParameter = "returnUrl";
                    options.ExpireTimeSpan = accessOptions.Value.IdleLimit;
                    options.SlidingExpiration = true;
                    options.EventsType = typeof(SessionCookieEvents);
                }
            );
        services.AddOpenId();
        services.AddAuthorization(Policies.Configure);
        return services;
    }

    /// <summary>Must run after routing, because the policy belongs to the endpoint.</summary>
    public static WebApplication UseAccess(this WebApplication app)
    {
        app.UseHostCookies();
        app.UseReopenedForms();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    public static IEndpointRouteBuilder MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapDesign();
        routes.MapPageAssets();
        routes.MapSignIn();
        routes.MapAccounts();
        routes.MapInvitations();
        routes.MapSessions();
        routes.MapViewLog();
        routes.MapSecurityLog();
        routes.MapSecondFactor();
        routes.MapOpenId();
        return routes;
    }
}
