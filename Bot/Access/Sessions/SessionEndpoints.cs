using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.Pages;

namespace PolicyAssistantBot.Access.Sessions;

/// <summary>
/// <c>/desk/sessions</c>: a person's own sessions; <c>/desk/accounts/{id}/sessions</c>: those of any account, for administrators.
/// </summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapPages(AccessPaths.Sessions).RequireAuthorization(Policies.SignedIn);
        own.MapGet("/", ShowOwnAsync);
        own.MapPost("/end", EndOwnAsync);
        own.MapPost("/end-all", EndAllOwnAsync);

        var others = routes.MapPages("/desk/accounts/{id}/sessions").RequireAuthorization(Policies.ManageAccounts);
        others.MapGet("/", ShowOfAccountAsync);
        others.MapPost("/end", EndOfAccountAsync);
        others.MapPost("/end-all", EndAllOfAccountAsync);
    }

    private static async Task<IResult> ShowOwnAsync(HttpContext context, SessionStore sessions, CancellationToken cancellationToken)
    {
        var account = SignedInAccount.From(context.User)!;
        return PageResults.Show<SessionsPage>(
            context,
            new SessionsModel(
                null,
                await sessions.ListAsync(account.Id, cancellationToken),
                SignedInAccount.GetSessionId(context.User),
                AccessPaths.Sessions
            )
        );
    }

    private static async Task<IResult> EndOwnAsync(HttpContext context, SessionStore sessions, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        await sessions.EndAsync(SignedInAccount.From(context.User)!.Id, form["session"].ToString(), cancellationToken);
        await RecordAsync(context, SecurityEventKind.SessionEnded, null, cancellationToken);
        return Results.LocalRedirect(AccessPaths.Sessions);
    }

    private static async Task<IResult> EndAllOwnAsync(HttpContext context, SessionStore sessions, CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(SignedInAccount.From(context.User)!.Id, cancellationToken);
        await RecordAsync(context, SecurityEventKind.AllSessionsEnded, null, cancellationToken);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect(AccessPaths.SignIn);
    }

    private static async Task RecordAsync(
        HttpContext context,
        SecurityEventKind kind,
        string? accountId,
        CancellationToken cancellationToken
    )
    {
        var services = context.RequestServices;
        var account = accountId is null ? null : await services.GetRequiredService<AccountStore>().FindAsync(accountId, cancellationToken);
        await services.GetRequiredService<SecurityLog>().RecordAsync(context, kind, account?.UserName, null, cancellationToken);
    }

    private static async Task<IResult> ShowOfAccountAsync(
        string id,
        HttpContext context,
        SessionStore sessions,
        AccountStore accountStore,
        CancellationToken cancellationToken
    ) =>
        await accountStore.FindAsync(id, cancellationToken) is { } account
            ? PageResults.Show<SessionsPage>(
                context,
                new SessionsModel(
                    account,
                    await sessions.ListAsync(id, cancellationToken),
                    SignedInAccount.GetSessionId(context.User),
                    $"/desk/accounts/{id}/sessions"
                )
            )
            : Results.NotFound();

    private static async Task<IResult> EndOfAccountAsync(
        string id,
        HttpContext context,
        SessionStore sessions,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        await sessions.EndAsync(id, form["session"].ToString(), cancellationToken);
        await RecordAsync(context, SecurityEventKind.SessionEnded, id, cancellationToken);
        return Results.LocalRedirect($"/desk/accounts/{Uri.EscapeDataString(id)}/sessions");
    }

    private static async Task<IResult> EndAllOfAccountAsync(
        string id,
        HttpContext context,
        SessionStore sessions,
        CancellationToken cancellationToken
    )
    {
        await sessions.EndAllAsync(id, cancellationToken);
        await RecordAsync(context, SecurityEventKind.AllSessionsEnded, id, cancellationToken);
        return Results.LocalRedirect($"/desk/accounts/{Uri.EscapeDataString(id)}/sessions");
    }
}

/// <param name="Account">Whose sessions an administrator looks at; null for a person's own.</param>
/// <param name="CurrentSessionId">The session of the request.</param>
/// <param name="Path">The address of the page, below which its forms are.</param>
public sealed record SessionsModel(Account? Account, IReadOnlyList<Session> Sessions, string? CurrentSessionId, string Path);
