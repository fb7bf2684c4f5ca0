using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Teams;

/// <summary>The teams with their members and absences.</summary>
/// <param name="Open">The number of open cases by team.</param>
/// <param name="MayEditOthers">Supervisors record absences for anyone, officials for themselves.</param>
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
        pages.MapGet("/", ShowAsync);
        pages.MapPost("/absence", SetAsync);
        pages.MapPost("/absence/cancel", CancelAsync);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> ShowAsync(
        HttpContext context,
        TeamPages pages,
        CancellationToken cancellationToken
    ) =>
        SignedInAccount.From(context.User) is { } me
            ? await pages.ShowAsync(context, me, new AbsenceAttempt("", "", IsRefused: false), cancellationToken)
            : TypedResults.NotFound();

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> SetAsync(
        HttpContext context,
        AbsenceStore absences,
        IStaffDirectory staff,
        TeamPages pages,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is not { } me)
        {
            return TypedResults.NotFound();
        }

        if (
            !DateOnly.TryParseExact(form["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            || until < from
            || until < absences.Today
        )
        {
            var attempt = new AbsenceAttempt(form["from"].ToString(), form["until"].ToString(), IsRefused: true);
            return await pages.ShowAsync(context, me, attempt, cancellationToken);
        }

        await absences.SetAsync(await WhoAsync(me, form, staff, cancellationToken), (from, until), cancellationToken);
        return TypedResults.LocalRedirect("/desk/teams");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> CancelAsync(
        HttpContext context,
        AbsenceStore absences,
        IStaffDirectory staff,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is not { } me)
        {
            return TypedResults.NotFound();
        }

        await absences.SetAsync(await WhoAsync(me, form, staff, cancellationToken), null, cancellationToken);
        return TypedResults.LocalRedirect("/desk/teams");
    }

    /// <summary>The account that the form is about: any for a supervisor, their own for an official.</summary>
    private static async Task<string> WhoAsync(
        SignedInAccount me,
        IFormCollection form,
        IStaffDirectory staff,
        CancellationToken cancellationToken
    ) =>
        me.Has(Roles.Supervisor) && (await staff.ListAsync(cancellationToken)).Any(member => member.Id == form["who"])
            ? form["who"].ToString()
            : me.Id;
}

/// <summary>The values entered into the absence form.</summary>
internal sealed record AbsenceAttempt(string From, string Until, bool IsRefused);

/// <summary>Gathers the content of the teams page.</summary>
internal sealed class TeamPages(DeskSettingsStore settings, IStaffDirectory staff, AbsenceStore absences, CaseLists lists)
{
    public async Task<RazorComponentResult> ShowAsync(
        HttpContext context,
        SignedInAccount me,
        AbsenceAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        var model = new TeamsModel(
            (await settings.GetAsync(cancellationToken)).Routing.Teams,
            await staff.ListAsync(cancellationToken),
            await absences.ListAsync(cancellationToken),
            await lists.CountByTeamAsync(cancellationToken),
            me.Id,
            me.Has(Roles.Supervisor),
            attempt.IsRefused,
            attempt.From,
            attempt.Until
        );
        return PageResults.Show<TeamsPage>(
            context,
            model,
            attempt.IsRefused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }
}
