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
            (HttpContext context, Accounts accounts, CancellationToken cancellationToken) =>
                ShowAsync(context, accounts, null, cancellationToken)
        );
        pages.MapPost("/", CreateAsync);
        pages.MapPost(
            "/{id}/reset",
            (string id, HttpContext context, Accounts accounts, CancellationToken cancellationToken) =>
                AfterAsync(context, accounts, accounts.ResetAsync(id, cancellationToken), cancellationToken)
        );
        pages.MapPost(
            "/{id}/disable",
            (string id, HttpContext context, Accounts accounts, CancellationToken cancellationToken) =>
                AfterAsync(context, accounts, accounts.SetDisabledAsync(id, isDisabled: true, cancellationToken), cancellationToken)
        );
        pages.MapPost(
            "/{id}/enable",
            (string id, HttpContext context, Accounts accounts, CancellationToken cancellationToken) =>
                AfterAsync(context, accounts, accounts.SetDisabledAsync(id, isDisabled: false, cancellationToken), cancellationToken)
        );
        pages.MapPost("/{id}/roles", SetRolesAsync);
        pages.MapPost("/{id}/second-factor", RemoveSecondFactorAsync);
        pages.MapPost("/{id}/entra", SetEntraIdAsync);
        pages.MapPost("/{id}/email", SetEmailAsync);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, Accounts accounts, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var outcome = accounts.CreateAsync(form["userName"].ToString(), form["displayName"].ToString(), RolesOf(form), cancellationToken);
        return await AfterAsync(context, accounts, outcome, cancellationToken);
    }

    private static async Task<IResult> SetRolesAsync(string id, HttpContext context, Accounts accounts, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        return await AfterAsync(context, accounts, accounts.SetRolesAsync(id, RolesOf(form), cancellationToken), cancellationToken);
    }

    private static async Task<IResult> SetEmailAsync(string id, HttpContext context, Accounts accounts, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        return await AfterAsync(context, accounts, accounts.SetEmailAsync(id, form["email"], cancellationToken), cancellationToken);
    }

    private static async Task<IResult> SetEntraIdAsync(
        string id,
        HttpContext context,
        Accounts accounts,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        return await AfterAsync(context, accounts, accounts.SetEntraIdAsync(id, form["entraId"], cancellationToken), cancellationToken);
    }

    /// <summary>For a person who lost both phone and recovery codes.</summary>
    private static async Task<IResult> RemoveSecondFactorAsync(
        string id,
        HttpContext context,
        Accounts accounts,
        SecondFactors factors,
        CancellationToken cancellationToken
    )
    {
        await factors.RemoveAsync(id, cancellationToken);
        return await AfterAsync(context, accounts, accounts.EndSessionsAsync(id, cancellationToken), cancellationToken);
    }

    /// <summary>A one-time password is shown only in this response; every other success redirects to the list.</summary>
    private static async Task<IResult> AfterAsync(
        HttpContext context,
        Accounts accounts,
        Task<AccountOutcome> outcome,
        CancellationToken cancellationToken
    ) =>
        await outcome switch
        {
            AccountOutcome.Unknown => Results.NotFound(),
            AccountOutcome.Done { OneTimePassword: null } => Results.LocalRedirect("/desk/accounts"),
            var done => await ShowAsync(context, accounts, done, cancellationToken),
        };

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        Accounts accounts,
        AccountOutcome? outcome,
        CancellationToken cancellationToken
    )
    {
        var form = outcome is AccountOutcome.Invalid ? await context.Request.ReadFormAsync(cancellationToken) : null;
        var model = new AccountsModel(
            await accounts.ListAsync(cancellationToken),
            await context.RequestServices.GetRequiredService<SecondFactors>().EnrolledAsync(cancellationToken),
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

    private static Roles RolesOf(IFormCollection form) =>
        form["roles"]
            .Aggregate(Roles.None, (all, text) => Enum.TryParse<Roles>(text, out var role) && Enum.IsDefined(role) ? all | role : all);
}
