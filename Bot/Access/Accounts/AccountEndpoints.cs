using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Knowledge.Rules.Formats;

namespace PolicyAssistantBot.Access.Accounts;

/// <summary>The pages on which administrators manage accounts.</summary>
internal static class AccountEndpoints
{
    private const string Path = "/desk/accounts";

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages(Path).RequireAuthorization(Policies.ManageAccounts);
        pages.MapGet(
            "/",
            (HttpContext context, AccountPages accounts, CancellationToken cancellationToken) =>
                accounts.ShowListAsync(context, cancellationToken)
        );
        pages.MapGet("/new", (HttpContext context, AccountPages accounts) => accounts.ShowNew(context, NewAccountForm.Empty, null));
        pages.MapPost("/", CreateAsync);
        pages.MapGet(
            "/{id}",
            (string id, HttpContext context, AccountPages accounts, CancellationToken cancellationToken) =>
                accounts.ShowAsync(context, id, null, cancellationToken)
        );
        MapSection(pages, AccountSections.Name, "displayName", SecurityEventKind.NameChanged, SetNameAsync);
        MapSection(pages, AccountSections.Email, "email", SecurityEventKind.EmailChanged, SetEmailAsync);
        MapSection(pages, AccountSections.EntraId, "entraId", SecurityEventKind.EntraIdChanged, SetEntraIdAsync);
        pages.MapPost("/{id}/roles", SetRolesAsync);
        MapAct(pages, AccountAct.Disable, SecurityEventKind.AccountDisabled, SetDisabledAsync);
        MapAct(pages, AccountAct.Enable, SecurityEventKind.AccountEnabled, SetEnabledAsync);
        MapAct(pages, AccountAct.RemoveSecondFactor, SecurityEventKind.SecondFactorRemoved, RemoveSecondFactorAsync);
        MapConfirmation(pages, AccountAct.Reset);
        pages.MapPost($"/{{id}}/{AccountAct.Reset.Key}", ResetAsync);
        MapConfirmation(pages, AccountAct.Invite);
        pages.MapPost($"/{{id}}/{AccountAct.Invite.Key}", InviteAsync);
    }

    /// <summary>The page that asks before an act.</summary>
    public static RouteHandlerBuilder MapConfirmation(IEndpointRouteBuilder pages, AccountAct act) =>
        pages.MapGet(
            $"/{{id}}/{act.Key}",
            (string id, HttpContext context, AccountPages accounts, CancellationToken cancellationToken) =>
                accounts.ConfirmAsync(context, id, act, cancellationToken)
        );

    private static Task<AccountOutcome> SetNameAsync(AccountStore store, string id, string value, CancellationToken cancellationToken) =>
        store.SetDisplayNameAsync(id, value, cancellationToken);

    private static Task<AccountOutcome> SetEmailAsync(AccountStore store, string id, string value, CancellationToken cancellationToken) =>
        store.SetEmailAsync(id, value, cancellationToken);

    private static Task<AccountOutcome> SetEntraIdAsync(AccountStore store, string id, string value, CancellationToken cancellationToken) =>
        store.SetEntraIdAsync(id, value, cancellationToken);

    private static Task<AccountOutcome> SetDisabledAsync(HttpContext context, string id, CancellationToken cancellationToken) =>
        StoreOf(context).SetDisabledAsync(id, isDisabled: true, cancellationToken);

    private static Task<AccountOutcome> SetEnabledAsync(HttpContext context, string id, CancellationToken cancellationToken) =>
        StoreOf(context).SetDisabledAsync(id, isDisabled: false, cancellationToken);

    /// <summary>For a person who lost both phone and recovery codes.</summary>
    private static async Task<AccountOutcome> RemoveSecondFactorAsync(HttpContext context, string id, CancellationToken cancellationToken)
    {
        await context.RequestServices.GetRequiredService<SecondFactorService>().RemoveAsync(id, cancellationToken);
        return await StoreOf(context).EndSessionsAsync(id, cancellationToken);
    }

    private static AccountStore StoreOf(HttpContext context) => context.RequestServices.GetRequiredService<AccountStore>();

    /// <summary>A part of an account with one input.</summary>
    private static void MapSection(
        RouteGroupBuilder pages,
        string section,
        string field,
        SecurityEventKind kind,
        Func<AccountStore, string, string, CancellationToken, Task<AccountOutcome>> set
    ) =>
        pages.MapPost(
            $"/{{id}}/{section}",
            async (string id, HttpContext context, CancellationToken cancellationToken) =>
            {
                var value = (await context.Request.ReadFormAsync(cancellationToken))[field].ToString();
                var before = await StoreOf(context).FindAsync(id, cancellationToken);
                var outcome = await set(StoreOf(context), id, value, cancellationToken);
                return await FinishAsync(context, id, section, value, kind, before, outcome, cancellationToken);
            }
        );

    /// <summary>An act without input, with the page that asks before it.</summary>
    private static void MapAct(
        RouteGroupBuilder pages,
        AccountAct act,
        SecurityEventKind kind,
        Func<HttpContext, string, CancellationToken, Task<AccountOutcome>> run
    )
    {
        MapConfirmation(pages, act);
        pages.MapPost(
            $"/{{id}}/{act.Key}",
            async (string id, HttpContext context, CancellationToken cancellationToken) =>
                await FinishAsync(
                    context,
                    id,
                    act.Key,
                    "",
                    kind,
                    await StoreOf(context).FindAsync(id, cancellationToken),
                    await run(context, id, cancellationToken),
                    cancellationToken
                )
        );
    }

    private static async Task<IResult> CreateAsync(
        HttpContext context,
        AccountStore accountStore,
        AccountPages accounts,
        CancellationToken cancellationToken
    )
    {
        var sent = await context.Request.ReadFormAsync(cancellationToken);
        var form = new NewAccountForm(
            sent["userName"].ToString(),
            sent["displayName"].ToString(),
            ReadRoles(sent),
            sent["email"].ToString()
        );
        switch (await accountStore.CreateAsync(form.UserName, form.DisplayName, form.Roles, cancellationToken, form.Email))
        {
            case AccountOutcome.Succeeded { Account: var account, OneTimePassword: { } password }:
                await RecordAsync(context, SecurityEventKind.AccountCreated, account, account.Roles.ToString(), cancellationToken);
                return await HandOverAsync(context, accounts, account, password, isNew: true, cancellationToken);
            case AccountOutcome.Invalid { Problem: var problem }:
                return accounts.ShowNew(context, form, problem);
            default:
                return Results.NotFound();
        }
    }

    private static async Task<IResult> SetRolesAsync(string id, HttpContext context, CancellationToken cancellationToken)
    {
        var roles = ReadRoles(await context.Request.ReadFormAsync(cancellationToken));
        var before = await StoreOf(context).FindAsync(id, cancellationToken);
        var outcome = await StoreOf(context).SetRolesAsync(id, roles, cancellationToken);
        var (section, kind) = (AccountSections.RoleList, SecurityEventKind.RolesChanged);
        return await FinishAsync(context, id, section, roles.ToString(), kind, before, outcome, cancellationToken);
    }

    private static async Task<IResult> ResetAsync(
        string id,
        HttpContext context,
        AccountStore accountStore,
        AccountPages accounts,
        CancellationToken cancellationToken
    )
    {
        if (
            await accountStore.ResetPasswordAsync(id, cancellationToken)
            is not AccountOutcome.Succeeded { Account: var account, OneTimePassword: { } password }
        )
        {
            return Results.NotFound();
        }

        await RecordAsync(context, SecurityEventKind.PasswordReset, account, null, cancellationToken);
        return accounts.ShowPassword(context, account, password, isNew: false);
    }

    private static async Task<IResult> InviteAsync(
        string id,
        HttpContext context,
        AccountStore accountStore,
        AccountPages accounts,
        CancellationToken cancellationToken
    )
    {
        if (await accountStore.FindAsync(id, cancellationToken) is not { } found)
        {
            return Results.NotFound();
        }

        if (accounts.FindInvitationObstacle(found) is not null)
        {
            return Results.LocalRedirect($"{Path}/{found.Id}");
        }

        return
            await accountStore.ResetPasswordAsync(id, cancellationToken)
                is AccountOutcome.Succeeded { Account: var account, OneTimePassword: { } password }
            ? await HandOverAsync(context, accounts, account, password, isNew: false, cancellationToken)
            : Results.NotFound();
    }

    /// <summary>Mails the one-time password as a link where possible, and shows it otherwise.</summary>
    private static async Task<IResult> HandOverAsync(
        HttpContext context,
        AccountPages accounts,
        Account account,
        string password,
        bool isNew,
        CancellationToken cancellationToken
    )
    {
        if (accounts.FindInvitationObstacle(account) is not null)
        {
            return accounts.ShowPassword(context, account, password, isNew);
        }

        await accounts.SendInvitationAsync(account, password, cancellationToken);
        var masked = AddressMask.Hide(account.Email!);
        await RecordAsync(context, SecurityEventKind.InvitationSent, account, masked, cancellationToken);
        return Results.LocalRedirect(AccountNotices.AddressOf(account.Id, AccountAct.Invite.Key));
    }

    private static async Task<IResult> FinishAsync(
        HttpContext context,
        string id,
        string section,
        string value,
        SecurityEventKind kind,
        Account? before,
        AccountOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        switch (outcome)
        {
            case AccountOutcome.Succeeded { Account: var account }:
                await RecordAsync(context, kind, account, AccountChange.Describe(kind, before, account), cancellationToken);
                return Results.LocalRedirect(AccountNotices.AddressOf(account.Id, section));
            case AccountOutcome.Invalid { Problem: var problem }:
                var refused = new RefusedSection(section, value, problem);
                return await context.RequestServices.GetRequiredService<AccountPages>().ShowAsync(context, id, refused, cancellationToken);
            default:
                return Results.NotFound();
        }
    }

    private static Task RecordAsync(
        HttpContext context,
        SecurityEventKind kind,
        Account account,
        string? detail,
        CancellationToken cancellationToken
    ) => context.RequestServices.GetRequiredService<SecurityLog>().RecordAsync(context, kind, account.UserName, detail, cancellationToken);

    private static Roles ReadRoles(IFormCollection form) =>
        form["roles"]
            .Aggregate(Roles.None, (all, text) => Enum.TryParse<Roles>(text, out var role) && Enum.IsDefined(role) ? all | role : all);
}
