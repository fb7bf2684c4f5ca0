using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;

namespace PolicyAssistantBot.Desk.Recalls;

/// <summary>The page on which supervisors send corrections to askers who were answered from an article that has changed since.</summary>
internal static class RecallEndpoints
{
    public static void MapRecalls(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk/recall").RequireAuthorization(Policies.Supervise);
        pages.MapGet("/", ShowAsync);
        pages.MapPost("/", SendAsync);
    }

    private static async Task<IResult> ShowAsync(
        string? key,
        HttpContext context,
        RecallPageService recallPages,
        CancellationToken cancellationToken
    ) => PageResults.Show<RecallPage>(context, await recallPages.LoadAsync(key, cancellationToken));

    private static async Task<IResult> SendAsync(HttpContext context, RecallPageService recallPages, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var key = form["key"].ToString();
        if (form["confirmed"] != "true")
        {
            return PageResults.Show<RecallPage>(
                context,
                await recallPages.LoadAsync(key, cancellationToken),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        var outcome = await recallPages.SendAsync(key, form["revision"].ToString(), cancellationToken);
        return PageResults.Show<RecallPage>(
            context,
            await recallPages.LoadAsync(key, cancellationToken) with
            {
                Outcome = outcome,
                IsStale = outcome is null,
            },
            outcome is null ? StatusCodes.Status409Conflict : StatusCodes.Status200OK
        );
    }
}
