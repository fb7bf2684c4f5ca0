using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.SecondFactor;

namespace PolicyAssistantBot.Access;

/// <summary>The pages on which administrators manage accounts.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk/accounts").RequireAuthorization(Policies.ManageAccounts);
        pages.MapGet(
            "/",
            (HttpContext context, AccountStore accountStore, CancellationToken cancellationToken) =>
                ShowAsync(context, accountStore, null, cancellationToken)
        );
        pages.MapPost("/", CreateAsync);
        pages.MapPost(
            "/{id}/reset",
            (string id, HttpContext context, AccountStore accountStore, CancellationToken cancellationToken) =>
                ShowOutcomeAsync(
                    context,
                    accountStore,
                    SecurityEventKind.PasswordReset,
                    accountStore.ResetPasswordAsync(id, cancellationToken),
                    cancellationToken
                )
        );
        pages.MapPost(
            "/{id}/disable",
            (string id, HttpContext context, AccountStore accountStore, CancellationToken cancellationToken) =>
                ShowOutcomeAsync(
                    context,
                    accountStore,
                    SecurityEventKind.AccountDisabled,
                    accountStore.SetDisabledAsync(id, isDisabled: true, cancellationToken),
                    cancellationToken
                )
        );
        pages.MapPost(
            "/{id}/enable",
            (string id, HttpContext context, AccountStore accountStore, CancellationToken cancellationToken) =>
                ShowOutcomeAsync(
                    context,
                    accountStore,
                    SecurityEventKind.AccountEnabled,
                    accountStore.SetDisabledAsync(id, isDisabled: false, cancellationToken),
                    cancellationToken
                )
        );
        pages.MapPost("/{id}/roles", SetRolesAsync);
        pages.MapPost("/{id}/second-factor", RemoveSecondFactorAsync);
        pages.MapPost("/{id}/entra", SetEntraIdAsync);
        pages.MapPost("/{id}/email", SetEmailAsync);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, AccountStore accountStore, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var outcome = accountStore.CreateAsync(
            form["userName"].ToString(),
            form["displayName"].ToString(),
            ReadRoles(form),
            cancellationToken
        );
        return await ShowOutcomeAsync(context, accountStore, SecurityEventKind.AccountCreated, outcome, cancellationToken);
    }

    private static async Task<IResult> SetRolesAsync(
        string id,
        HttpContext context,
        AccountStore accountStore,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        return await ShowOutcomeAsync(
            context,
            accountStore,
            SecurityEventKind.RolesChanged,
            accountStore.SetRolesAsync(id, ReadRoles(form), cancellationToken),
            cancellationToken
        );
    }

    private static async Task<IResult> SetEmailAsync(
        string id,
        HttpContext context,
        AccountStore accountStore,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        return await ShowOutcomeAsync(
            context,
            accountStore,
            SecurityEventKind.EmailChanged,
            accountStore.SetEmailAsync(id, form["email"], cancellationToken),
            cancellationToken
        );
    }

    private static async Task<IResult> SetEntraIdAsync(
        string id,
        HttpContext context,
        AccountStore accountStore,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        return await ShowOutcomeAsync(
            context,
            accountStore,
            SecurityEventKind.EntraIdChanged,
            accountStore.SetEntraIdAsync(id, form["entraId"], cancellationToken),
            cancellationToken
        );
    }

    /// <summary>For a person who lost both phone and recovery codes.</summary>
    private static async Task<IResult> RemoveSecondFactorAsync(
        string id,
        HttpContext context,
        AccountStore accountStore,
        SecondFactorService secondFactors,
        CancellationToken cancellationToken
    )
    {
        await secondFactors.RemoveAsync(id, cancellationToken);
        return await ShowOutcomeAsync(
            context,
            accountStore,
            SecurityEventKind.SecondFactorRemoved,
            accountStore.EndSessionsAsync(id, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>A one-time password is shown only in this response; every other success redirects to the list.</summary>
    private static async Task<IResult> ShowOutcomeAsync(
        HttpContext context,
        AccountStore accountStore,
        SecurityEventKind kind,
        Task<AccountOutcome> outcome,
        CancellationToken cancellationToken
    )
    {
        var done = await outcome;
        if (done is AccountOutcome.Succeeded { Account: var account })
        {
            var detail = kind is SecurityEventKind.AccountCreated or SecurityEventKind.RolesChanged ? account.Roles.ToString() : null;
            await context
                .RequestServices.GetRequiredService<SecurityLog>()
                .RecordAsync(context, kind, account.UserName, detail, cancellationToken);
        }

        return done switch
        {
            AccountOutcome.Unknown => Results.NotFound(),
            AccountOutcome.Succeeded { OneTimePassword: null } => Results.LocalRedirect("/desk/accounts"),
            _ => await ShowAsync(context, accountStore, done, cancellationToken),
        };
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        AccountStore accountStore,
        AccountOutcome? outcome,
        CancellationToken cancellationToken
    )
    {
        var form = outcome is AccountOutcome.Invalid ? await context.Request.ReadFormAsync(cancellationToken) : null;
        var model = new AccountsModel(
            await accountStore.ListAsync(cancellationToken),
            await context.RequestServices.GetRequiredService<SecondFactorService>().ListEnrolledAccountIdsAsync(cancellationToken),
            outcome,
            form?["userName"].ToString() ?? "",
            form?["displayName"].ToString() ?? ""
        );
        return PageResults.Show<AccountsPage>(
            context,
            model,
            outcome is AccountOutcome.Invalid ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }

    private static Roles ReadRoles(IFormCollection form) =>
        form["roles"]
            .Aggregate(Roles.None, (all, text) => Enum.TryParse<Roles>(text, out var role) && Enum.IsDefined(role) ? all | role : all);
}
