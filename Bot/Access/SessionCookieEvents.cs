using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access;

/// <summary>Sessions are cookies; each request compares the cookie with the account in the database.</summary>
internal sealed class SessionCookieEvents(
    AccountStore accountStore,
    SecondFactorService secondFactors,
    TimeProvider time,
    IOptions<AccessOptions> options
) : CookieAuthenticationEvents
{
    /// <summary>The header of requests that the pages' script sends automatically (polling).</summary>
    public const string PollingHeader = "X-Desk-Live";

    /// <param name="signedInAt">The time of the sign-in if the session continues; null for a new session.</param>
    /// <param name="isExternal">The person signed in with an identity provider, which is responsible for the second factor too.</param>
    public async Task StartSessionAsync(HttpContext context, Account account, DateTimeOffset? signedInAt = null, bool isExternal = false)
    {
        var mustSetUpSecondFactor =
            !isExternal
            && secondFactors.IsRequired(account.Roles)
            && !await secondFactors.IsEnrolledAsync(account.Id, context.RequestAborted);
        if (LangCodes.Parse(account.Language) is { } lang)
        {
            PageLanguage.Set(context, lang);
        }

        await context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            SignedInAccount.CreatePrincipal(account, signedInAt ?? time.GetUtcNow(), mustSetUpSecondFactor, isExternal)
        );
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal;
        var account =
            principal is not null && SignedInAccount.From(principal) is { } signedIn
                ? await accountStore.FindAsync(signedIn.Id, context.HttpContext.RequestAborted)
                : null;
        if (
            account is null or { IsDisabled: true }
            || !SignedInAccount.MatchesAccount(principal!, account)
            || !(SignedInAccount.GetSessionStart(principal!) + options.Value.MaxSessionLifetime > time.GetUtcNow())
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
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
            context.Response.Redirect(context.RedirectUri);
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
            context.Response.Redirect(AccessPaths.Password);
            return;
        }

        if (SignedInAccount.MustSetUpSecondFactor(context.HttpContext.User))
        {
            context.Response.Redirect(AccessPaths.SecondFactor);
            return;
        }

        await PageResults
            .Message(context.HttpContext, AccessTexts.DeniedTitle, AccessTexts.DeniedText, StatusCodes.Status403Forbidden)
            .ExecuteAsync(context.HttpContext);
    }
}
