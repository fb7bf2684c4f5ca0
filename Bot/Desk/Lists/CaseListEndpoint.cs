using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Lists;

/// <summary><c>GET /desk?view=mine&amp;q=…&amp;kind=…&amp;team=…&amp;after=…</c></summary>
internal static class CaseListEndpoint
{
    private const int LongestSearch = 200;

    public static async Task<IResult> ShowAsync(
        HttpContext context,
        CaseLists lists,
        DeskSettingsStore settings,
        Accounts accounts,
        CaseNoteStore notes,
        TimeProvider time,
        string? view,
        string? q,
        string? kind,
        string? team,
        string? after,
        CancellationToken cancellationToken
    )
    {
        if (SignedInAccount.From(context.User) is not { } me)
        {
            return Results.NotFound();
        }

        var rules = await settings.GetAsync(cancellationToken);
        var teams = await accounts.FindAsync(me.Id, cancellationToken) is { } account ? rules.Routing.TeamsOf(account.UserName) : [];
        var search = q?.Trim() ?? "";
        search = search.Length > LongestSearch ? search[..LongestSearch] : search;

        // A search without a chosen list covers all cases.
        var chosen =
            Enum.TryParse<CaseListView>(view, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
            : search.Length > 0 ? CaseListView.All
            : CaseListView.Unassigned;
        var query = new CaseListQuery(
            chosen,
            me.ToReader(),
            teams,
            search,
            Enum.TryParse<RequestKind>(kind, ignoreCase: true, out var ofKind) && Enum.IsDefined(ofKind) ? ofKind : null,
            rules.Routing.Find(team)?.Key,
            CaseListCursor.Parse(after)
        );
        var model = new CaseListModel(
            query,
            query.After is null,
            await lists.ListAsync(query, cancellationToken),
            await lists.CountAsync(query.Reader, teams, cancellationToken),
            await notes.UnreadAsync(me.Id, cancellationToken),
            rules,
            time.GetUtcNow(),
            me.Has(Roles.Official | Roles.Supervisor)
        );
        return PageResults.Show<CaseListPage>(context, model);
    }
}
