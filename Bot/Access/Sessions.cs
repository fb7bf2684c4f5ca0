using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access;

/// <summary>Sessions are cookies; each request compares the cookie with the account in the database.</summary>
internal sealed class Sessions(Accounts accounts, SecondFactors factors, TimeProvider time, IOptions<AccessOptions> options)
    : CookieAuthenticationEvents
{
    /// <summary>The header of requests that the pages' script sends by itself.</summary>
    public const string LiveHeader = "X-Desk-Live";

    /// <param name="isExternal">The person signed in with an identity provider, which is responsible for the second factor too.</param>
    public async Task BeginAsync(HttpContext context, Account account, DateTimeOffset? since = null, bool isExternal = false)
    {
        var mustSetUp =
            !isExternal && factors.IsRequired(account.Roles) && !await factors.IsEnrolledAsync(account.Id, context.RequestAborted);
        if (LangCodes.Parse(account.Language) is { } lang)
        {
            PageLanguage.Set(context, lang);
        }

        await context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            SignedInAccount.ToPrincipal(account, since ?? time.GetUtcNow(), mustSetUp, isExternal)
        );
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal;
        var account =
            principal is not null && SignedInAccount.From(principal) is { } signedIn
                ? await accounts.FindAsync(signedIn.Id, context.HttpContext.RequestAborted)
                : null;
        if (
            account is null or { IsDisabled: true }
            || !SignedInAccount.Matches(principal!, account)
            || !(SignedInAccount.SignedInAt(principal!) + options.Value.SessionLimit > time.GetUtcNow())
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
    }

    /// <summary>Polling by an open page must not keep an unused session alive.</summary>
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew &= !context.Request.Headers.ContainsKey(LiveHeader);
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
            .Message(context.HttpContext, AccessTexts.Denied, AccessTexts.DeniedText, StatusCodes.Status403Forbidden)
            .ExecuteAsync(context.HttpContext);
    }
}
