using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.Attempts;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Access.Sessions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Limits;

namespace PolicyAssistantBot.Access.Accounts;

/// <summary>
/// <c>/desk/invitation/{id}?code=…</c>: a person who was invited by mail chooses a password. The code is the account's one-time
/// password: stored as a hash, limited in time, replaced by the password that is chosen, and guarded by the limits of signing in.
/// </summary>
internal static class InvitationEndpoints
{
    public const string Path = "/desk/invitation";

    public static string CreateLink(string accountId, string code) =>
        $"{Path}/{Uri.EscapeDataString(accountId)}{QueryString.Create("code", code)}";

    public static void MapInvitations(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages(Path).AllowAnonymous();
        pages.MapGet("/{id}", ShowAsync);
        pages.MapPost("/{id}", AcceptAsync);
    }

    private static async Task<IResult> ShowAsync(
        string id,
        string? code,
        HttpContext context,
        AccountStore accountStore,
        TimeProvider time,
        IOptions<AccessOptions> options,
        CancellationToken cancellationToken
    ) =>
        await FindInvitedAsync(accountStore, time, id, cancellationToken) is { } invited && code is { Length: > 0 and <= 100 }
            ? Show(context, invited, code, null, options.Value, StatusCodes.Status200OK)
            : ShowEnded(context);

    private static async Task<IResult> AcceptAsync(
        string id,
        HttpContext context,
        AccountStore accountStore,
        PasswordService passwordService,
        SignInService signInService,
        TimeProvider time,
        IOptions<AccessOptions> options,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (code, chosen) = (form["code"].ToString(), form["chosen"].ToString());
        if (await FindInvitedAsync(accountStore, time, id, cancellationToken) is not { } invited)
        {
            return ShowEnded(context);
        }

        PasswordProblem? problem =
            chosen != form["repeated"].ToString() ? PasswordProblem.RepetitionDiffers
            : chosen == code ? PasswordProblem.SameAsCurrent
            : passwordService.FindProblem(chosen, invited);
        if (problem is { } found)
        {
            return Show(context, invited, code, AccessTexts.LabelOf(found), options.Value, StatusCodes.Status422UnprocessableEntity);
        }

        var origin = new SignInOrigin(NetworkAddress.Of(context), null);
        switch (await signInService.TryAsync(invited.UserName, code, origin, cancellationToken))
        {
            case SignInOutcome.SignedIn:
                return await ChooseAsync(context, invited, chosen, cancellationToken);
            case SignInOutcome.Wait { Time: var wait }:
                var waitText = AccessEndpoints.CreateWaitText(context, wait);
                return Show(context, invited, code, waitText, options.Value, StatusCodes.Status429TooManyRequests);
            case SignInOutcome.Busy:
                context.Response.Headers.RetryAfter = "5";
                var busyText = AccessTexts.TooManySignIns;
                return Show(context, invited, code, busyText, options.Value, StatusCodes.Status503ServiceUnavailable);
            default:
                await RecordAsync(context, SecurityEventKind.SignInFailed, invited, cancellationToken);
                return ShowEnded(context);
        }
    }

    private static async Task<IResult> ChooseAsync(HttpContext context, Account invited, string chosen, CancellationToken cancellationToken)
    {
        var services = context.RequestServices;
        if (
            // Of several answers to one invitation, the first counts.
            await services
                .GetRequiredService<AccountStore>()
                .ChoosePasswordAsync(invited.Id, chosen, cancellationToken, invited.SecurityStamp)
            is not AccountOutcome.Succeeded { Account: var account }
        )
        {
            return ShowEnded(context);
        }

        await RecordAsync(context, SecurityEventKind.PasswordChanged, account, cancellationToken);
        if (await services.GetRequiredService<SecondFactorService>().IsEnrolledAsync(account.Id, cancellationToken))
        {
            return Results.LocalRedirect(AccessPaths.SignIn);
        }

        await services.GetRequiredService<SessionCookieEvents>().StartSessionAsync(context, account);
        return Results.LocalRedirect(AccessPaths.Home);
    }

    private static async Task<Account?> FindInvitedAsync(
        AccountStore accountStore,
        TimeProvider time,
        string id,
        CancellationToken cancellationToken
    ) =>
        id.Length <= 100
        && await accountStore.FindAsync(id, cancellationToken) is { IsDisabled: false, OneTimePasswordExpiresAt: { } expiry } account
        && expiry > time.GetUtcNow()
            ? account
            : null;

    private static Task RecordAsync(HttpContext context, SecurityEventKind kind, Account account, CancellationToken cancellationToken) =>
        context.RequestServices.GetRequiredService<SecurityLog>().RecordAsync(context, kind, account.UserName, null, cancellationToken);

    private static RazorComponentResult Show(
        HttpContext context,
        Account account,
        string code,
        LocalizedText? problem,
        AccessOptions options,
        int status
    ) => PageResults.Show<InvitationPage>(context, new InvitationModel(account, code, problem, options.MinPasswordLength), status);

    private static RazorComponentResult ShowEnded(HttpContext context) =>
        PageResults.Message(context, AccountTexts.InvitationEnded, AccountTexts.InvitationEndedText, StatusCodes.Status404NotFound);
}
