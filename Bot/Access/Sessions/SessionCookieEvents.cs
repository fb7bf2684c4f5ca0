using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using PolicyAssistantBot.Access.Attempts;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Limits;

namespace PolicyAssistantBot.Access.Sessions;

/// <summary>The cookie names a session; each request compares it with the session and the account in the database.</summary>
internal sealed class SessionCookieEvents(
    SessionStore sessions,
    SecondFactorService secondFactors,
    KnownDeviceCookie knownDevice,
    SecurityLog securityLog,
    TimeProvider time
) : CookieAuthenticationEvents
{
    /// <summary>The header of requests that the pages' script sends automatically (polling).</summary>
    public const string PollingHeader = "X-Desk-Live";

    /// <param name="isExternal">The person signed in with an identity provider, which is responsible for the second factor too.</param>
    public async Task StartSessionAsync(HttpContext context, Account account, bool isExternal = false)
    {
        if (SignedInAccount.GetSessionId(context.User) is { } replaced)
        {
            await sessions.EndAsync(account.Id, replaced, context.RequestAborted);
        }

        if (!isExternal)
        {
            knownDevice.Remember(context, account);
        }

        await StartSessionAsync(context, account, time.GetUtcNow(), isExternal);
        await securityLog.RecordAsync(
            SecurityEventKind.SignedIn,
            (account.Id, account.DisplayName),
            account.UserName,
            NetworkAddress.Of(context),
            isExternal ? "identity provider" : null,
            context.RequestAborted
        );
    }

    /// <summary>
    /// Ends all sessions of the account after a change of its credentials and continues with a new one, which has the original start.
    /// </summary>
    /// <param name="startedAt">When the session of the request began; read before the change.</param>
    public async Task RestartSessionAsync(HttpContext context, Account account, DateTimeOffset startedAt)
    {
        await sessions.EndAllAsync(account.Id, context.RequestAborted);
        await StartSessionAsync(context, account, startedAt, isExternal: false);
    }

    /// <summary>When the session of the request began; now if it has just been ended.</summary>
    public async Task<DateTimeOffset> GetSessionStartAsync(HttpContext context) => await FindSessionStartAsync(context) ?? time.GetUtcNow();

    /// <summary>When the session of the request began; null when there is none.</summary>
    public async Task<DateTimeOffset?> FindSessionStartAsync(HttpContext context) =>
        SignedInAccount.GetSessionId(context.User) is { } id && await sessions.FindAsync(id, context.RequestAborted) is { } found
            ? found.Session.StartedAt
            : null;

    private async Task StartSessionAsync(HttpContext context, Account account, DateTimeOffset startedAt, bool isExternal)
    {
        var mustSetUpSecondFactor =
            !isExternal
            && secondFactors.IsRequired(account.Roles)
            && !await secondFactors.IsEnrolledAsync(account.Id, context.RequestAborted);
        if (LangCodes.Parse(account.Language) is { } lang)
        {
            PageLanguage.Set(context, lang);
        }

        var session = await sessions.StartAsync(
            account.Id,
            startedAt,
            NetworkAddress.Of(context),
            DeviceName.From(context.Request.Headers.UserAgent.ToString()),
            context.RequestAborted
        );
        await context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            SignedInAccount.CreatePrincipal(account, session.Id, mustSetUpSecondFactor, isExternal)
        );
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal;
        if (
            principal is null
            || SignedInAccount.GetSessionId(principal) is not { } id
            || await sessions.FindAsync(id, context.HttpContext.RequestAborted) is not { } found
            || !SignedInAccount.MatchesAccount(principal, found.Account)
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return;
        }

        if (!context.Request.Headers.ContainsKey(PollingHeader))
        {
            await sessions.TouchAsync(found.Session, context.HttpContext.RequestAborted);
        }
    }

    /// <summary>Polling by an open page must not keep an unused session alive.</summary>
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew &= !context.Request.Headers.ContainsKey(PollingHeader);
        return Task.CompletedTask;
    }

    /// <summary>Redirects page views to the sign-in page; other requests get 401, and unknown addresses 404.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.GetEndpoint() is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (HttpMethods.IsGet(context.Request.Method))
        {
            var address = context.Request.Path + context.Request.QueryString;
            context.Response.Redirect(AccessPaths.SignIn + QueryString.Create("returnUrl", address));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    public override async Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.GetEndpoint() is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (SignedInAccount.MustChangePassword(context.HttpContext.User))
        {
            context.Response.Redirect(AccessPaths.ChangePassword);
            return;
        }

        if (SignedInAccount.MustSetUpSecondFactor(context.HttpContext.User))
        {
            context.Response.Redirect(AccessPaths.SecondFactorSetup);
            return;
        }

        if (
            context.Request.Path == AccessPaths.Home
            && SignedInAccount.From(context.HttpContext.User)?.HasAny(Roles.Editor | Roles.Reviewer | Roles.Publisher) == true
        )
        {
            // Whoever only keeps the articles begins there.
            context.Response.Redirect(AccessPaths.Studio);
            return;
        }

        await securityLog.RecordAsync(
            context.HttpContext,
            SecurityEventKind.AccessDenied,
            null,
            $"{context.Request.Method} {(context.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}",
            context.HttpContext.RequestAborted
        );
        await PageResults
            .Message(context.HttpContext, AccessTexts.DeniedTitle, AccessTexts.DeniedText, StatusCodes.Status403Forbidden)
            .ExecuteAsync(context.HttpContext);
    }
}
