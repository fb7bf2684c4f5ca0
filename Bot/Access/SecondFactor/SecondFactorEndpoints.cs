using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access.Attempts;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Sessions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Limits;

namespace PolicyAssistantBot.Access.SecondFactor;

/// <summary>The page that asks for the code at sign-in, and the page where a person turns two-step sign-in on and off.</summary>
internal static class SecondFactorEndpoints
{
    /// <summary>How long the password that began a session counts as given.</summary>
    private static readonly TimeSpan FreshSignIn = TimeSpan.FromMinutes(10);

    public static void MapSecondFactor(this IEndpointRouteBuilder routes)
    {
        var code = routes.MapPages(AccessPaths.SignInCode).AllowAnonymous();
        code.MapGet(
            "/",
            (HttpContext context, PendingSignInCookie pendingSignInCookie) =>
                pendingSignInCookie.Find(context) is null
                    ? Results.LocalRedirect(AccessPaths.SignIn)
                    : ShowCode(context, null, StatusCodes.Status200OK)
        );
        code.MapPost("/", TryCodeAsync);

        var setup = routes.MapPages(AccessPaths.SecondFactorSetup).RequireAuthorization(Policies.SignedIn);
        setup.MapGet(
            "/",
            (HttpContext context, SecondFactorService secondFactors, AccountStore accountStore, CancellationToken cancellationToken) =>
                ShowSetupAsync(context, secondFactors, accountStore, null, cancellationToken)
        );
        setup.MapPost("/", ConfirmAsync);
        setup.MapPost("/codes", RenewRecoveryCodesAsync);
        setup.MapPost("/remove", RemoveAsync);
    }

    private static async Task<IResult> TryCodeAsync(
        HttpContext context,
        PendingSignInCookie pendingSignInCookie,
        SecondFactorService secondFactors,
        AccountStore accountStore,
        SessionCookieEvents sessionEvents,
        SignInLimits limits,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            pendingSignInCookie.Find(context) is not { } pending
            || await accountStore.FindAsync(pending.AccountId, cancellationToken) is not { IsDisabled: false } account
            || account.SecurityStamp != pending.SecurityStamp
        )
        {
            PendingSignInCookie.End(context);
            return Results.LocalRedirect(AccessPaths.SignIn);
        }

        var address = NetworkAddress.Of(context);
        var outcome = await limits.CountAddressAsync(address, cancellationToken) is { } remainingWait
            ? new CodeOutcome.Wait(remainingWait)
            : await secondFactors.TryCodeAsync(account.Id, form["code"].ToString(), cancellationToken);
        switch (outcome)
        {
            case CodeOutcome.Accepted:
                await limits.UncountAddressAsync(address, cancellationToken);
                PendingSignInCookie.End(context);
                await sessionEvents.StartSessionAsync(context, account);
                return Results.LocalRedirect(account.MustChangePassword ? AccessPaths.ChangePassword : pending.ReturnUrl);
            case CodeOutcome.Wait { Time: var wait }:
                return ShowCode(context, AccessEndpoints.CreateWaitText(context, wait), StatusCodes.Status429TooManyRequests);
            default:
                await RecordAsync(context, SecurityEventKind.CodeFailed, account.UserName, cancellationToken);
                return ShowCode(context, SecondFactorTexts.CodeInvalid, StatusCodes.Status401Unauthorized);
        }
    }

    private static async Task<IResult> ConfirmAsync(
        HttpContext context,
        SecondFactorService secondFactors,
        AccountStore accountStore,
        SignInService signInService,
        SessionCookieEvents sessionEvents,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            SignedInAccount.From(context.User) is not { } signedInAccount
            || SignedInAccount.IsExternal(context.User)
            || await accountStore.FindAsync(signedInAccount.Id, cancellationToken) is not { } account
        )
        {
            return Results.NotFound();
        }

        if (
            await NeedsPasswordAsync(context)
            && await signInService.CheckCurrentPasswordAsync(account, form["current"].ToString(), cancellationToken) is { } problem
        )
        {
            return await ShowSetupAsync(context, secondFactors, accountStore, AccessTexts.LabelOf(problem), cancellationToken);
        }

        if (await secondFactors.ConfirmAsync(signedInAccount.Id, form["code"].ToString(), cancellationToken) is not { } codes)
        {
            return await ShowSetupAsync(context, secondFactors, accountStore, SecondFactorTexts.CodeInvalid, cancellationToken);
        }

        await sessionEvents.RestartSessionAsync(context, account, await sessionEvents.GetSessionStartAsync(context));
        await RecordAsync(context, SecurityEventKind.SecondFactorEnabled, account.UserName, cancellationToken);
        return PageResults.Show<RecoveryCodesPage>(context, new RecoveryCodesModel(codes));
    }

    private static Task<IResult> RenewRecoveryCodesAsync(
        HttpContext context,
        SecondFactorService secondFactors,
        AccountStore accountStore,
        CancellationToken cancellationToken
    ) =>
        RunWithValidCodeAsync(
            context,
            secondFactors,
            accountStore,
            async account =>
            {
                await RecordAsync(context, SecurityEventKind.RecoveryCodesRenewed, null, cancellationToken);
                return PageResults.Show<RecoveryCodesPage>(
                    context,
                    new RecoveryCodesModel(await secondFactors.RenewRecoveryCodesAsync(account.Id, cancellationToken))
                );
            },
            cancellationToken
        );

    private static Task<IResult> RemoveAsync(
        HttpContext context,
        SecondFactorService secondFactors,
        AccountStore accountStore,
        CancellationToken cancellationToken
    ) =>
        RunWithValidCodeAsync(
            context,
            secondFactors,
            accountStore,
            async account =>
            {
                if (secondFactors.IsRequired(account.Roles))
                {
                    return await ShowSetupAsync(context, secondFactors, accountStore, SecondFactorTexts.CannotTurnOff, cancellationToken);
                }

                await secondFactors.RemoveAsync(account.Id, cancellationToken);
                await RecordAsync(context, SecurityEventKind.SecondFactorDisabled, null, cancellationToken);
                return Results.LocalRedirect(AccessPaths.SecondFactorSetup);
            },
            cancellationToken
        );

    private static Task RecordAsync(HttpContext context, SecurityEventKind kind, string? subject, CancellationToken cancellationToken) =>
        context.RequestServices.GetRequiredService<SecurityLog>().RecordAsync(context, kind, subject, null, cancellationToken);

    /// <summary>Runs the action only with a valid code: an unattended session must not be enough.</summary>
    private static async Task<IResult> RunWithValidCodeAsync(
        HttpContext context,
        SecondFactorService secondFactors,
        AccountStore accountStore,
        Func<SignedInAccount, Task<IResult>> action,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is not { } account || !await secondFactors.IsEnrolledAsync(account.Id, cancellationToken))
        {
            return Results.NotFound();
        }

        return await secondFactors.TryCodeAsync(account.Id, form["code"].ToString(), cancellationToken) switch
        {
            CodeOutcome.Accepted => await action(account),
            CodeOutcome.Wait { Time: var wait } => await ShowSetupAsync(
                context,
                secondFactors,
                accountStore,
                AccessEndpoints.CreateWaitText(context, wait),
                cancellationToken
            ),
            _ => await ShowSetupAsync(context, secondFactors, accountStore, SecondFactorTexts.CodeInvalid, cancellationToken),
        };
    }

    private static RazorComponentResult ShowCode(HttpContext context, LocalizedText? problem, int status) =>
        PageResults.Show<CodePage>(context, new CodeModel(problem), status);

    private static async Task<IResult> ShowSetupAsync(
        HttpContext context,
        SecondFactorService secondFactors,
        AccountStore accountStore,
        LocalizedText? problem,
        CancellationToken cancellationToken
    )
    {
        if (
            SignedInAccount.From(context.User) is not { } signedInAccount
            || await accountStore.FindAsync(signedInAccount.Id, cancellationToken) is not { } account
        )
        {
            return Results.NotFound();
        }

        var isExternal = SignedInAccount.IsExternal(context.User);
        var secret = isExternal ? null : await secondFactors.GetOrCreateSecretAsync(signedInAccount.Id, cancellationToken);
        var issuer = AccessTexts.Product.Vi;
        return PageResults.Show<SecondFactorPage>(
            context,
            new SecondFactorModel(
                isExternal,
                secret is null ? null : FormatInGroups(Totp.ToBase32(secret)),
                secret is null ? null : QrCode.Draw(Totp.CreateUri(issuer, account.UserName, secret)),
                secondFactors.IsRequired(account.Roles),
                secret is null && !isExternal ? await secondFactors.CountRecoveryCodesAsync(signedInAccount.Id, cancellationToken) : 0,
                problem
            )
            {
                NeedsPassword = await NeedsPasswordAsync(context),
            },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    /// <summary>Who has just signed in is not asked for the password once more. A session that is not known is not a fresh one.</summary>
    internal static async Task<bool> NeedsPasswordAsync(HttpContext context)
    {
        var services = context.RequestServices;
        return await services.GetRequiredService<SessionCookieEvents>().FindSessionStartAsync(context) is not { } startedAt
            || services.GetRequiredService<TimeProvider>().GetUtcNow() - startedAt > FreshSignIn;
    }

    /// <summary>In groups of four characters, easier to type.</summary>
    private static string FormatInGroups(string secret) => string.Join(' ', secret.Chunk(4).Select(group => new string(group)));
}
