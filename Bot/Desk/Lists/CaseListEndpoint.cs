using System.Globalization;
using Microsoft.Extensions.Primitives;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Preferences;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Bulk;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Lists;

/// <summary><c>GET /desk?view=mine&amp;q=…&amp;kind=…&amp;team=…&amp;sort=-due&amp;after=…</c></summary>
internal static class CaseListEndpoint
{
    private const int MaxSearchLength = 200;

    public static async Task<IResult> ShowAsync(
        HttpContext context,
        CaseLists caseLists,
        DeskSettingsStore settingsStore,
        AccountStore accountStore,
        CaseNoteStore noteStore,
        PreferenceStore preferences,
        SecurityLog securityLog,
        DeskActionList actions,
        DelayedNoticeService notices,
        IStaffDirectory staff,
        TimeProvider time,
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
        var query = ReadQuery(name => context.Request.Query[name], signedInAccount, teams, deskSettings);
        await securityLog.RecordAsync(
            context,
            query.Search is { Length: > 0 } ? SecurityEventKind.CasesSearched : SecurityEventKind.CasesListed,
            null,
            query.View.ToString(),
            cancellationToken
        );
        var offers = BulkReturn.ReadAt(context.Request.Query) is { } doneAt
            ? await notices.FindOffersAsync(signedInAccount.ToOfficial(), doneAt, cancellationToken)
            : [];
        var model = new CaseListModel(
            query,
            query.After is null && query.Page == 1,
            await caseLists.ListAsync(query, cancellationToken),
            await caseLists.CountAsync(query.Viewer, teams, cancellationToken),
            await noteStore.ListCasesWithUnreadMentionsAsync(signedInAccount.Id, cancellationToken),
            deskSettings,
            time.GetUtcNow(),
            signedInAccount.HasAny(Roles.Official | Roles.Supervisor)
        )
        {
            NewestCase = await caseLists.FindNewestAsync(query.Viewer, cancellationToken),
            DoneText = context.Request.Query.ContainsKey(CaseListAddress.FilterSaved)
                ? InboxTexts.FilterSaved
                : BulkReturn.FindDoneText(actions, context.Request.Query)
                    ?? GivenAway.FindDoneText(context.Request.Query, await staff.ListAsync(cancellationToken), deskSettings),
            Undo = offers.Count == 0 ? null : new BulkUndo(offers, offers[0].At, "/desk" + CaseListAddress.Create(query)),
            IsFilterListFull = context.Request.Query.ContainsKey(CaseListAddress.FilterNotSaved),
            SavedFilters = await preferences.ListAsync(signedInAccount.Id, PreferenceKind.CaseFilter, cancellationToken),
        };
        return PageResults.Show<CaseListPage>(context, model);
    }

    /// <summary>The criteria of an address or a form; what cannot be understood is left out.</summary>
    /// <param name="get">The value of a field.</param>
    public static CaseListQuery ReadQuery(
        Func<string, StringValues> get,
        SignedInAccount account,
        IReadOnlyList<string> teams,
        DeskSettings settings
    )
    {
        var search = get("q").ToString().Trim();
        search = search.Length > MaxSearchLength ? search[..MaxSearchLength] : search;

        // A search without a chosen list covers all cases.
        var selectedView =
            Enum.TryParse<CaseListView>(get("view").ToString(), ignoreCase: true, out var view) && Enum.IsDefined(view) ? view
            : search.Length > 0 ? CaseListView.All
            : CaseListView.Unassigned;
        return new CaseListQuery(
            selectedView,
            account.ToCaseAccess(),
            teams,
            search,
            Enum.TryParse<RequestKind>(get("kind").ToString(), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
            settings.Routing.Find(get("team"))?.Key,
            CaseListCursor.Parse(get("after"))
        )
        {
            Sort = CaseListSort.Parse(get("sort")),
            Page =
                int.TryParse(get("page").ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
                && page is > 0 and <= CaseListQuery.MaxPage
                    ? page
                    : 1,
        };
    }
}
