using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.SecondFactor;

/// <summary>The page that asks for the code at sign-in, and the page where a person turns two-step sign-in on and off.</summary>
internal static class SecondFactorEndpoints
{
    public static void MapSecondFactor(this IEndpointRouteBuilder routes)
    {
        var code = routes.MapPages(AccessPaths.Code).AllowAnonymous();
        code.MapGet(
            "/",
            (HttpContext context, PendingSignIns pending) =>
                pending.Find(context) is null ? Results.LocalRedirect(AccessPaths.SignIn) : ShowCode(context, null, StatusCodes.Status200OK)
        );
        code.MapPost("/", TryCodeAsync);

        var setup = routes.MapPages(AccessPaths.SecondFactor).RequireAuthorization(Policies.SignedIn);
        setup.MapGet(
            "/",
            (HttpContext context, SecondFactors factors, Accounts accounts, CancellationToken cancellationToken) =>
                ShowSetupAsync(context, factors, accounts, null, cancellationToken)
        );
        setup.MapPost("/", ConfirmAsync);
        setup.MapPost("/codes", RenewAsync);
        setup.MapPost("/remove", RemoveAsync);
    }

    private static async Task<IResult> TryCodeAsync(
        HttpContext context,
        PendingSignIns pendings,
        SecondFactors factors,
        Accounts accounts,
        Sessions sessions,
        SignInLimits limits,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            pendings.Find(context) is not { } pending
            || await accounts.FindAsync(pending.AccountId, cancellationToken) is not { IsDisabled: false } account
            || account.Stamp != pending.Stamp
        )
        {
            PendingSignIns.End(context);
            return Results.LocalRedirect(AccessPaths.SignIn);
        }

        var address = SignInLimits.AddressOf(context);
        var outcome = await limits.CountAddressAsync(address, cancellationToken) is { } early
            ? new CodeOutcome.Wait(early)
            : await factors.TryAsync(account.Id, form["code"].ToString(), cancellationToken);
        switch (outcome)
        {
            case CodeOutcome.Accepted:
                await limits.UncountAddressAsync(address, cancellationToken);
                PendingSignIns.End(context);
                await sessions.BeginAsync(context, account);
                return Results.LocalRedirect(account.MustChangePassword ? AccessPaths.Password : pending.ReturnUrl);
            case CodeOutcome.Wait { Time: var wait }:
                return ShowCode(context, AccessEndpoints.WaitText(context, wait), StatusCodes.Status429TooManyRequests);
            default:
                return ShowCode(context, SecondFactorTexts.Wrong, StatusCodes.Status401Unauthorized);
        }
    }

    private static async Task<IResult> ConfirmAsync(
        HttpContext context,
        SecondFactors factors,
        Accounts accounts,
        SignIns signIns,
        Sessions sessions,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            SignedInAccount.From(context.User) is not { } me
            || SignedInAccount.IsExternal(context.User)
            || await accounts.FindAsync(me.Id, cancellationToken) is not { } account
        )
        {
            return Results.NotFound();
        }

        if (await signIns.TryAsync(account.UserName, form["current"].ToString(), cancellationToken) is not SignInOutcome.SignedIn)
        {
            return await ShowSetupAsync(context, factors, accounts, AccessTexts.Of(PasswordProblem.WrongCurrent), cancellationToken);
        }

        if (await factors.ConfirmAsync(me.Id, form["code"].ToString(), cancellationToken) is not { } codes)
        {
            return await ShowSetupAsync(context, factors, accounts, SecondFactorTexts.Wrong, cancellationToken);
        }

        await sessions.BeginAsync(context, account, SignedInAccount.SignedInAt(context.User));
        return PageResults.Show<RecoveryCodesPage>(context, new RecoveryCodesModel(codes));
    }

    private static Task<IResult> RenewAsync(
        HttpContext context,
        SecondFactors factors,
        Accounts accounts,
        CancellationToken cancellationToken
    ) =>
        WithCodeAsync(
            context,
            factors,
            accounts,
            async account =>
                PageResults.Show<RecoveryCodesPage>(
                    context,
                    new RecoveryCodesModel(await factors.NewRecoveryCodesAsync(account.Id, cancellationToken))
                ),
            cancellationToken
        );

    private static Task<IResult> RemoveAsync(
        HttpContext context,
        SecondFactors factors,
        Accounts accounts,
        CancellationToken cancellationToken
    ) =>
        WithCodeAsync(
            context,
            factors,
            accounts,
            async account =>
            {
                if (factors.IsRequired(account.Roles))
                {
                    return await ShowSetupAsync(context, factors, accounts, SecondFactorTexts.Required, cancellationToken);
                }

                await factors.RemoveAsync(account.Id, cancellationToken);
                return Results.LocalRedirect(AccessPaths.SecondFactor);
            },
            cancellationToken
        );

    /// <summary>Runs the action only with a valid code: an unattended session must not be enough.</summary>
    private static async Task<IResult> WithCodeAsync(
        HttpContext context,
        SecondFactors factors,
        Accounts accounts,
        Func<SignedInAccount, Task<IResult>> act,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is not { } account || !await factors.IsEnrolledAsync(account.Id, cancellationToken))
        {
            return Results.NotFound();
        }

        return await factors.TryAsync(account.Id, form["code"].ToString(), cancellationToken) switch
        {
            CodeOutcome.Accepted => await act(account),
            CodeOutcome.Wait { Time: var wait } => await ShowSetupAsync(
                context,
                factors,
                accounts,
                AccessEndpoints.WaitText(context, wait),
                cancellationToken
            ),
            _ => await ShowSetupAsync(context, factors, accounts, SecondFactorTexts.Wrong, cancellationToken),
        };
    }

    private static RazorComponentResult ShowCode(HttpContext context, LocalizedText? problem, int status) =>
        PageResults.Show<CodePage>(context, new CodeModel(problem), status);

    private static async Task<IResult> ShowSetupAsync(
        HttpContext context,
        SecondFactors factors,
        Accounts accounts,
        LocalizedText? problem,
        CancellationToken cancellationToken
    )
    {
        if (SignedInAccount.From(context.User) is not { } me || await accounts.FindAsync(me.Id, cancellationToken) is not { } account)
        {
            return Results.NotFound();
        }

        var isExternal = SignedInAccount.IsExternal(context.User);
        var secret = isExternal ? null : await factors.OfferAsync(me.Id, cancellationToken);
        var issuer = AccessTexts.Product.Vi;
        return PageResults.Show<SecondFactorPage>(
            context,
            new SecondFactorModel(
                isExternal,
                secret is null ? null : Groups(Totp.Base32(secret)),
                secret is null ? null : QrCode.Draw(Totp.Uri(issuer, account.UserName, secret)),
                factors.IsRequired(account.Roles),
                secret is null && !isExternal ? await factors.RecoveryCodesLeftAsync(me.Id, cancellationToken) : 0,
                problem
            ),
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    /// <summary>In groups of four characters, easier to type.</summary>
    private static string Groups(string secret) => string.Join(' ', secret.Chunk(4).Select(four => new string(four)));
}
