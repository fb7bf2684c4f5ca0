using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Accounts;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Knowledge;

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
                var count = outcome.ReleasedCases.ToString(CultureInfo.InvariantCulture);
                var (kind, detail) = (SecurityEventKind.PersonLeft, $"cases released: {count}");
                await securityLog.RecordAsync(context, kind, account.UserName, detail, cancellationToken);
                var notice = !outcome.IsOutOfTeams
                    ? AccountTexts.LeftButInTeams
                    : new LocalizedText(AccountTexts.Left.With(Lang.Vi, count), AccountTexts.Left.With(Lang.En, count));
                return await accounts.ShowAsync(context, id, notice, null, cancellationToken);
            case AccountOutcome.Invalid { Problem: var problem }:
                return await accounts.ShowAsync(context, id, null, new RefusedSection("", "", problem), cancellationToken);
            default:
                return Results.NotFound();
        }
    }
}
