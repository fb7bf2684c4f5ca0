using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Teams;

/// <summary>The teams with their members and absences.</summary>
/// <param name="OpenCaseCounts">The number of open cases by team.</param>
/// <param name="CanEditOthers">Supervisors record absences for anyone, officials for themselves.</param>
public sealed record TeamsModel(
    IReadOnlyList<Team> Teams,
    IReadOnlyList<StaffMember> Staff,
    IReadOnlyList<StaffMember> LockedStaff,
    IReadOnlyList<Absence> Absences,
    IReadOnlyDictionary<string, int> OpenCaseCounts,
    string OwnAccountId,
    bool CanEditOthers,
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
        pages.MapPost("/absence", SetAbsenceAsync);
        pages.MapPost("/absence/cancel", CancelAbsenceAsync);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> ShowAsync(
        HttpContext context,
        TeamPageService teamPages,
        CancellationToken cancellationToken
    ) =>
        SignedInAccount.From(context.User) is { } account
            ? await teamPages.ShowAsync(context, account, new AbsenceAttempt("", "", IsRefused: false), cancellationToken)
            : TypedResults.NotFound();

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> SetAbsenceAsync(
        HttpContext context,
        AbsenceStore absenceStore,
        IStaffDirectory staff,
        TeamPageService teamPages,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is not { } account)
        {
            return TypedResults.NotFound();
        }

        if (
            !DateOnly.TryParseExact(form["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var firstDay)
            || !DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var lastDay)
            || lastDay < firstDay
            || lastDay < absenceStore.Today
        )
        {
            var attempt = new AbsenceAttempt(form["from"].ToString(), form["until"].ToString(), IsRefused: true);
            return await teamPages.ShowAsync(context, account, attempt, cancellationToken);
        }

        await absenceStore.SetAsync(
            await GetAbsentAccountIdAsync(account, form, staff, cancellationToken),
            (firstDay, lastDay),
            cancellationToken
        );
        return TypedResults.LocalRedirect("/desk/teams");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> CancelAbsenceAsync(
        HttpContext context,
        AbsenceStore absenceStore,
        IStaffDirectory staff,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is not { } account)
        {
            return TypedResults.NotFound();
        }

        await absenceStore.SetAsync(await GetAbsentAccountIdAsync(account, form, staff, cancellationToken), null, cancellationToken);
        return TypedResults.LocalRedirect("/desk/teams");
    }

    /// <summary>The account that the form is about: any for a supervisor, their own for an official.</summary>
    private static async Task<string> GetAbsentAccountIdAsync(
        SignedInAccount account,
        IFormCollection form,
        IStaffDirectory staff,
        CancellationToken cancellationToken
    ) =>
        account.HasAny(Roles.Supervisor) && (await staff.ListAsync(cancellationToken)).Any(member => member.Id == form["who"])
            ? form["who"].ToString()
            : account.Id;
}

/// <summary>The values entered into the absence form.</summary>
internal sealed record AbsenceAttempt(string From, string Until, bool IsRefused);

/// <summary>Gathers the content of the teams page.</summary>
internal sealed class TeamPageService(
    DeskSettingsStore settingsStore,
    DeskStaffDirectory staff,
    AbsenceStore absenceStore,
    CaseLists caseLists
)
{
    public async Task<RazorComponentResult> ShowAsync(
        HttpContext context,
        SignedInAccount account,
        AbsenceAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        var model = new TeamsModel(
            (await settingsStore.GetAsync(cancellationToken)).Routing.Teams,
            await staff.ListAsync(cancellationToken),
            await staff.ListLockedAsync(cancellationToken),
            await absenceStore.ListAsync(cancellationToken),
            await caseLists.CountByTeamAsync(cancellationToken),
            account.Id,
            account.HasAny(Roles.Supervisor),
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
