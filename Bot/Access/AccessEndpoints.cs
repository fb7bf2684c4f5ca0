using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.Attempts;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.OpenId;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Access.Sessions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Limits;

namespace PolicyAssistantBot.Access;

/// <summary>Signing in and out, changing the password, switching the language.</summary>
internal static class AccessEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages(AccessPaths.Home);
        pages
            .MapGet(
                "/sign-in",
                (HttpContext context, string? returnUrl) =>
                    ShowSignIn(context, new SignInModel("", AccessPaths.ToLocalUrl(returnUrl), null))
            )
            .AllowAnonymous();
        pages.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        pages.MapPost("/sign-out", SignOutAsync).RequireAuthorization(Policies.SignedIn);
        pages
            .MapGet("/password", (HttpContext context, IOptions<AccessOptions> options) => ShowPassword(context, options, null))
            .RequireAuthorization(Policies.SignedIn);
        pages.MapPost("/password", ChangePasswordAsync).RequireAuthorization(Policies.SignedIn);
        pages.MapGet("/language", SwitchLanguageAsync).AllowAnonymous();
    }

    /// <summary>The message about a wait; also sets the <c>Retry-After</c> header.</summary>
    public static LocalizedText CreateWaitText(HttpContext context, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Format(AccessTexts.TooManyAttempts, seconds);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context,
        SignInService signInService,
        KnownDeviceCookie knownDevice,
        SecondFactorService secondFactors,
        PendingSignInCookie pendingSignInCookie,
        SessionCookieEvents sessionEvents,
        SecurityLog securityLog,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (userName, returnUrl) = (form["userName"].ToString(), AccessPaths.ToLocalUrl(form["returnUrl"]));
        var origin = new SignInOrigin(NetworkAddress.Of(context), knownDevice.Find(context));
        switch (await signInService.TryAsync(userName, form["password"].ToString(), origin, cancellationToken))
        {
            case SignInOutcome.SignedIn { Account: var account }:
                if (await secondFactors.IsEnrolledAsync(account.Id, cancellationToken))
                {
                    pendingSignInCookie.Begin(context, account, returnUrl);
                    return Results.LocalRedirect(AccessPaths.SignInCode);
                }

                await sessionEvents.StartSessionAsync(context, account);
                return Results.LocalRedirect(account.MustChangePassword ? AccessPaths.ChangePassword : returnUrl);
            case SignInOutcome.Wait { Time: var wait, KnownUserName: var waitingName }:
                await securityLog.RecordAsync(context, SecurityEventKind.SignInBlocked, waitingName, null, cancellationToken);
                return ShowSignIn(
                    context,
                    new SignInModel(userName, returnUrl, CreateWaitText(context, wait)),
                    StatusCodes.Status429TooManyRequests
                );
            case SignInOutcome.Busy:
                context.Response.Headers.RetryAfter = "5";
                return ShowSignIn(
                    context,
                    new SignInModel(userName, returnUrl, AccessTexts.TooManySignIns),
                    StatusCodes.Status503ServiceUnavailable
                );
            case SignInOutcome.Refused { KnownUserName: var refusedName }:
                await securityLog.RecordAsync(context, SecurityEventKind.SignInFailed, refusedName, null, cancellationToken);
                return ShowSignIn(
                    context,
                    new SignInModel(userName, returnUrl, AccessTexts.SignInRefused),
                    StatusCodes.Status401Unauthorized
                );
            default:
                throw new InvalidOperationException("An outcome of signing in is not handled.");
        }
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext context,
        SessionStore sessions,
        SecurityLog securityLog,
        CancellationToken cancellationToken
    )
    {
        var endSession = SignedInAccount.IsExternal(context.User) ? await OpenIdEndpoints.EndSessionUrlAsync(context) : null;
        if (SignedInAccount.From(context.User) is { } account && SignedInAccount.GetSessionId(context.User) is { } id)
        {
            await sessions.EndAsync(account.Id, id, cancellationToken);
            await securityLog.RecordAsync(context, SecurityEventKind.SignedOut, null, null, cancellationToken);
        }

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (endSession is null)
        {
            return Results.LocalRedirect(AccessPaths.SignIn);
        }

        // The content security policy forbids a form to redirect to another site, so the page shows a link.
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        return PageResults.Show<SignedOutPage>(context, new SignedOutModel(endSession));
    }

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext context,
        AccountStore accountStore,
        PasswordService passwordService,
        SignInService signInService,
        SessionCookieEvents sessionEvents,
        SecurityLog securityLog,
        IOptions<AccessOptions> options,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (current, newPassword) = (form["current"].ToString(), form["chosen"].ToString());
        if (
            SignedInAccount.From(context.User) is not { } signedInAccount
            || await accountStore.FindAsync(signedInAccount.Id, cancellationToken) is not { } account
        )
        {
            return Results.NotFound();
        }

        PasswordProblem? problem =
            newPassword != form["repeated"].ToString() ? PasswordProblem.RepetitionDiffers
            : newPassword == current ? PasswordProblem.SameAsCurrent
            : passwordService.FindProblem(newPassword, account) is { } passwordProblem ? passwordProblem
            : await signInService.CheckCurrentPasswordAsync(account, current, cancellationToken);
        if (problem is not null)
        {
            return ShowPassword(context, options, problem);
        }

        var startedAt = await sessionEvents.GetSessionStartAsync(context);
        if (await accountStore.ChoosePasswordAsync(signedInAccount.Id, newPassword, cancellationToken) is AccountOutcome.Succeeded done)
        {
            await sessionEvents.RestartSessionAsync(context, done.Account, startedAt);
            await securityLog.RecordAsync(context, SecurityEventKind.PasswordChanged, account.UserName, null, cancellationToken);
        }

        return Results.LocalRedirect(AccessPaths.Home);
    }

    private static async Task<IResult> SwitchLanguageAsync(
        HttpContext context,
        AccountStore accountStore,
        string? to,
        string? returnUrl,
        CancellationToken cancellationToken
    )
    {
        var lang = LangCodes.Parse(to) ?? Lang.Vi;
        PageLanguage.Set(context, lang);
        if (SignedInAccount.From(context.User) is { } account)
        {
            await accountStore.SetLanguageAsync(account.Id, lang, cancellationToken);
        }

        return Results.LocalRedirect(AccessPaths.ToLocalUrl(returnUrl));
    }

    private static RazorComponentResult ShowSignIn(HttpContext context, SignInModel model, int status = StatusCodes.Status200OK) =>
        PageResults.Show<SignInPage>(context, model with { Provider = OpenIdEndpoints.ProviderName(context) }, status);

    private static RazorComponentResult ShowPassword(HttpContext context, IOptions<AccessOptions> options, PasswordProblem? problem) =>
        PageResults.Show<PasswordPage>(
            context,
            new PasswordModel(problem, SignedInAccount.MustChangePassword(context.User), options.Value.MinPasswordLength),
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    private static LocalizedText Format(LocalizedText format, object value) =>
        new(string.Format(CultureInfo.InvariantCulture, format.Vi, value), string.Format(CultureInfo.InvariantCulture, format.En, value));
}
