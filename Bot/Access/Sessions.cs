using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access;

/// <summary>Sessions are cookies that are held against their account on every request.</summary>
internal sealed class Sessions(Accounts accounts, SecondFactors factors, TimeProvider time, IOptions<AccessOptions> options)
    : CookieAuthenticationEvents
{
    /// <summary>What the pages' script sends with what it asks for by itself.</summary>
    public const string LiveHeader = "X-Desk-Live";

    /// <param name="isExternal">An identity provider vouched for the person, second factor and all.</param>
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
            || !SignedInAccount.IsOf(principal!, account)
            || !(SignedInAccount.Since(principal!) + options.Value.SessionLimit > time.GetUtcNow())
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
    }

    /// <summary>A page that asks by itself whether something changed does not keep a session alive that nobody uses.</summary>
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew &= !context.Request.Headers.ContainsKey(LiveHeader);
        return Task.CompletedTask;
    }

    /// <summary>People who open a page are led to the sign-in; everything else is told 401, and 404 where there is nothing.</summary>
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
