using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Teams;

/// <summary>The teams, who is in them and who is away.</summary>
/// <param name="Open">Open cases by team.</param>
/// <param name="MayEditOthers">A supervisor records absences for anybody, an official for themselves.</param>
public sealed record TeamsModel(
    IReadOnlyList<Team> Teams,
    IReadOnlyList<StaffMember> Staff,
    IReadOnlyList<Absence> Absences,
    IReadOnlyDictionary<string, int> Open,
    string MyId,
    bool MayEditOthers,
    bool IsRefused,
    string From,
    string Until
);

internal static class TeamEndpoints
{
    public static void MapTeams(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk/teams").RequireAuthorization(Policies.WorkOnCases);
        pages.MapGet(
            "/",
            (HttpContext context, CancellationToken cancellationToken) => ShowAsync(context, false, "", "", cancellationToken)
        );
        pages.MapPost("/absence", SetAsync);
        pages.MapPost("/absence/cancel", CancelAsync);
    }

    private static async Task<IResult> SetAsync(HttpContext context, Absences absences, IStaff staff, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is not { } me)
        {
            return Results.NotFound();
        }

        if (
            !DateOnly.TryParseExact(form["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            || until < from
            || until < absences.Today
        )
        {
            return await ShowAsync(context, true, form["from"].ToString(), form["until"].ToString(), cancellationToken);
        }

        await absences.SetAsync(await WhoAsync(me, form, staff, cancellationToken), (from, until), cancellationToken);
        return Results.LocalRedirect("/desk/teams");
    }

    private static async Task<IResult> CancelAsync(
        HttpContext context,
        Absences absences,
        IStaff staff,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is not { } me)
        {
            return Results.NotFound();
        }

        await absences.SetAsync(await WhoAsync(me, form, staff, cancellationToken), null, cancellationToken);
        return Results.LocalRedirect("/desk/teams");
    }

    /// <summary>Whom a form is about: anybody for a supervisor, oneself for an official.</summary>
    private static async Task<string> WhoAsync(
        SignedInAccount me,
        IFormCollection form,
        IStaff staff,
        CancellationToken cancellationToken
    ) =>
        me.Has(Roles.Supervisor) && (await staff.ListAsync(cancellationToken)).Any(member => member.Id == form["who"])
            ? form["who"].ToString()
            : me.Id;

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        bool isRefused,
        string from,
        string until,
        CancellationToken cancellationToken
    )
    {
        var services = context.RequestServices;
        if (SignedInAccount.From(context.User) is not { } me)
        {
            return Results.NotFound();
        }

        var model = new TeamsModel(
            (await services.GetRequiredService<DeskSettings>().GetAsync(cancellationToken)).Routing.Teams,
            await services.GetRequiredService<IStaff>().ListAsync(cancellationToken),
            await services.GetRequiredService<Absences>().ListAsync(cancellationToken),
            await services.GetRequiredService<RequestLists>().CountByTeamAsync(cancellationToken),
            me.Id,
            me.Has(Roles.Supervisor),
            isRefused,
            from,
            until
        );
        return PageResults.Show<TeamsPage>(context, model, isRefused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
