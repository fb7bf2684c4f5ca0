using PolicyAssistantBot.Access;

namespace PolicyAssistantBot.Desk.FirstSteps;

/// <summary><c>POST /desk/first-steps/dismiss</c></summary>
internal static class FirstStepEndpoints
{
    public static void MapFirstSteps(this IEndpointRouteBuilder routes) =>
        routes.MapPages("/desk/first-steps").RequireAuthorization(Policies.ManageAccounts).MapPost("/dismiss", DismissAsync);

    private static async Task<IResult> DismissAsync(HttpContext context, FirstStepsService steps, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is { } account)
        {
            await steps.DismissAsync(account, form["step"].ToString(), cancellationToken);
        }

        return Results.LocalRedirect(AccessPaths.Home);
    }
}
