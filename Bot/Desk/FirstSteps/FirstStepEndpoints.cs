using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;

namespace PolicyAssistantBot.Desk.FirstSteps;

/// <summary><c>/desk/first-steps</c>: all steps; skips a step and takes it up again.</summary>
internal static class FirstStepEndpoints
{
    private const string Path = "/desk/first-steps";

    public static void MapFirstSteps(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages(Path).RequireAuthorization(Policies.ManageAccounts);
        pages.MapGet("/", ShowAsync);
        pages.MapPost("/dismiss", DismissAsync);
        pages.MapPost("/resume", ResumeAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, FirstStepsService steps, CancellationToken cancellationToken) =>
        SignedInAccount.From(context.User) is { } account
            ? PageResults.Show<FirstStepsPage>(context, new FirstStepsModel(await steps.ListAllAsync(account, cancellationToken)))
            : Results.NotFound();

    private static async Task<IResult> ResumeAsync(HttpContext context, FirstStepsService steps, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is { } account)
        {
            await steps.ResumeAsync(account, form["step"].ToString(), cancellationToken);
        }

        return Results.LocalRedirect(Path);
    }

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

public sealed record FirstStepsModel(IReadOnlyList<FirstStep> Steps);
