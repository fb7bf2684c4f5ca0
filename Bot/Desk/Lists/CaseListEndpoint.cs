using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Lists;

/// <summary><c>GET /desk?view=mine&amp;q=…&amp;kind=…&amp;team=…&amp;after=…</c></summary>
internal static class CaseListEndpoint
{
    private const int MaxSearchLength = 200;

    public static async Task<IResult> ShowAsync(
        HttpContext context,
        CaseLists caseLists,
        DeskSettingsStore settingsStore,
        AccountStore accountStore,
        CaseNoteStore noteStore,
        SecurityLog securityLog,
        TimeProvider time,
        string? view,
        string? q,
        string? kind,
        string? team,
        string? after,
        CancellationToken cancellationToken
    )
    {
        if (SignedInAccount.From(context.User) is not { } signedInAccount)
        {
            return Results.NotFound();
        }

        var deskSettings = await settingsStore.GetAsync(cancellationToken);
        var teams = await accountStore.FindAsync(signedInAccount.Id, cancellationToken) is { } account
            ? deskSettings.Routing.ListTeamsOf(account.UserName)
            : [];
        var search = q?.Trim() ?? "";
        search = search.Length > MaxSearchLength ? search[..MaxSearchLength] : search;

        // A search without a chosen list covers all cases.
        var selectedView =
            Enum.TryParse<CaseListView>(view, ignoreCase: true, out var parsedView) && Enum.IsDefined(parsedView) ? parsedView
            : search.Length > 0 ? CaseListView.All
            : CaseListView.Unassigned;
        var query = new CaseListQuery(
            selectedView,
            signedInAccount.ToCaseAccess(),
            teams,
            search,
            Enum.TryParse<RequestKind>(kind, ignoreCase: true, out var parsedKind) && Enum.IsDefined(parsedKind) ? parsedKind : null,
            deskSettings.Routing.Find(team)?.Key,
            CaseListCursor.Parse(after)
        );
        await securityLog.RecordAsync(
            context,
            search.Length > 0 ? SecurityEventKind.CasesSearched : SecurityEventKind.CasesListed,
            null,
            selectedView.ToString(),
            cancellationToken
        );
        var model = new CaseListModel(
            query,
            query.After is null,
            await caseLists.ListAsync(query, cancellationToken),
            await caseLists.CountAsync(query.Viewer, teams, cancellationToken),
            await noteStore.ListCasesWithUnreadMentionsAsync(signedInAccount.Id, cancellationToken),
            deskSettings,
            time.GetUtcNow(),
            signedInAccount.HasAny(Roles.Official | Roles.Supervisor)
        );
        return PageResults.Show<CaseListPage>(context, model);
    }
}
