using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Accounts;
using PolicyAssistantBot.Access.Audit;

namespace PolicyAssistantBot.Desk.Teams;

/// <summary><c>/desk/accounts/{id}/leave</c>: asks, and then ends a person's work at the desk.</summary>
internal static class LeaveEndpoints
{
    public static void MapLeave(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk/accounts").RequireAuthorization(Policies.ManageAccounts);
        AccountEndpoints.MapConfirmation(pages, AccountAct.Leave);
        pages.MapPost($"/{{id}}/{AccountAct.Leave.Key}", LeaveAsync);
    }

    private static async Task<IResult> LeaveAsync(
        string id,
        HttpContext context,
        LeaveService leaving,
        AccountPages accounts,
        SecurityLog securityLog,
        CancellationToken cancellationToken
    )
    {
        if (SignedInAccount.From(context.User) is not { } actor)
        {
            return Results.NotFound();
        }

        var outcome = await leaving.RunAsync(context, actor, id, cancellationToken);
        switch (outcome.Account)
        {
            case AccountOutcome.Succeeded { Account: var account }:
                var (released, kept) = (outcome.ReleasedCases, outcome.KeptCases);
                var detail = string.Create(CultureInfo.InvariantCulture, $"cases released: {released}, kept: {kept}");
                await securityLog.RecordAsync(context, SecurityEventKind.PersonLeft, account.UserName, detail, cancellationToken);
                return Results.LocalRedirect(AccountNotices.AddressOfLeft(id, released, kept, outcome.IsOutOfTeams));
            case AccountOutcome.Invalid { Problem: var problem }:
                return await accounts.ShowAsync(context, id, new RefusedSection("", "", problem), cancellationToken);
            default:
                return Results.NotFound();
        }
    }
}
