using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>The lists of cases at the desk.</summary>
internal sealed class CaseLists(IDbContextFactory<AssistantDb> dbContextFactory, DeskSettingsStore settingsStore, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>Longer lists are not counted to their end.</summary>
    public const int MaxCount = 1000;

    public async Task<CaseListResult> ListAsync(CaseListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var term = CaseSearchTerm.Parse(query.Search);
        var cases = Filter(CaseSearch.Find(db, term).AsNoTracking(), query, await GetDueTimesAsync(cancellationToken));
        cases = query.Kind is { } kind ? cases.Where(r => r.Kind == kind) : cases;
        cases = query.Team is { } team ? cases.Where(r => r.Team == team) : cases;
        var hasPages =
            query.Sort is not null
            || query.View is CaseListView.Mine or CaseListView.Unassigned
            || term is CaseSearchTerm.Words { All.Count: > 0 };
        cases = (query.Sort, term) switch
        {
            ({ } sort, _) => CaseListOrder.SortBy(cases, sort),
            (null, CaseSearchTerm.Words { All.Count: > 0 } words) => CaseSearch.SortByMatch(db, cases, words),
            _ when query.View == CaseListView.Mine => CaseListOrder.SortByGroupThenDue(cases, db),
            _ => CaseListOrder.SortByDefault(cases, query.View, query.After),
        };
        var rows = await cases
            .Skip(hasPages ? (query.Page - 1) * PageSize : 0)
            .Take(PageSize + 1)
            .Select(r => new CaseListItem(
                r.CaseNumber,
                r.Version,
                CaseSubject.From(r.Facts),
                r.EnterpriseName,
                r.TaxCode,
                r.Kind,
                r.Status,
                r.OwnerId,
                r.OwnerName,
                r.Team,
                r.DueAt,
                r.DueSoonAt,
                r.SubmittedAt,
                r.ChangedAt
            ))
            .ToListAsync(cancellationToken);
        var items = await MarkAnswersAsync(db, [.. rows.Take(PageSize)], query.Viewer.OfficialId, cancellationToken);
        return rows.Count <= PageSize ? new CaseListResult(items, null)
            : hasPages ? new CaseListResult(items, null, query.Page < CaseListQuery.MaxPage ? query.Page + 1 : null)
            : new CaseListResult(items, CaseListOrder.CreateCursor(items[^1], query.View));
    }

    private static async Task<List<CaseListItem>> MarkAnswersAsync(
        AssistantDb db,
        List<CaseListItem> items,
        string? officialId,
        CancellationToken cancellationToken
    )
    {
        var own = items.Where(item => item.OwnerId == officialId && item.Status.IsOpen()).Select(item => item.CaseNumber).ToList();
        if (own.Count == 0)
        {
            return items;
        }

        var written = await db.Set<CaseRow>()
            .AsNoTracking()
            .Where(r => own.Contains(r.CaseNumber))
            .Where(CaseListOrder.HasAskerWritten(db))
            .Select(r => r.CaseNumber)
            .ToListAsync(cancellationToken);
        return [.. items.Select(item => item with { HasAskerWritten = written.Contains(item.CaseNumber) })];
    }

    /// <summary>Counts the cases of each list, up to <see cref="MaxCount"/>.</summary>
    public async Task<IReadOnlyDictionary<CaseListView, int>> CountAsync(
        CaseAccess access,
        IReadOnlyList<string> teams,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var dueTimes = await GetDueTimesAsync(cancellationToken);
        var counts = new Dictionary<CaseListView, int>();
        foreach (var view in Enum.GetValues<CaseListView>())
        {
            counts[view] =
                view == CaseListView.Team && teams.Count == 0
                    ? 0
                    : await CountAsync(db, new CaseListQuery(view, access, teams), dueTimes, cancellationToken);
        }

        return counts;
    }

    /// <summary>Counts the cases without an owner that the reader may see, up to <see cref="MaxCount"/>.</summary>
    public async Task<int> CountUnassignedAsync(CaseAccess access, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var query = new CaseListQuery(CaseListView.Unassigned, access, []);
        return await CountAsync(db, query, await GetDueTimesAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The number of the newest case that the reader may see: it grows when another case comes in. 0 without any.</summary>
    public async Task<long> FindNewestAsync(CaseAccess access, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<CaseRow>()
            .VisibleTo(access)
            .OrderByDescending(r => r.NumericCaseNumber)
            .Select(r => r.NumericCaseNumber)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The one case that the reader may see with this serial, as <c>5</c> or <c>000005</c>; null when there is none, or
    /// several.</summary>
    public async Task<CaseNumber?> FindBySerialAsync(string text, CaseAccess access, CancellationToken cancellationToken)
    {
        if (!int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
        {
            return null;
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var found = await db.Set<CaseRow>()
            .AsNoTracking()
            .VisibleTo(access)
            .Where(r => r.NumericCaseNumber % CaseRowMapper.SerialsPerYear == serial)
            .Select(r => r.CaseNumber)
            .Take(2)
            .ToListAsync(cancellationToken);
        return found is [var only] && CaseNumber.TryParse(only, out var number) ? number : null;
    }

    /// <summary>Counts the open cases of each team.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountByTeamAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<CaseRow>()
            .Where(r => r.Team != null && r.Group != CaseGroup.Ended)
            .GroupBy(r => r.Team!)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(t => t.Key, t => t.Count, cancellationToken);
    }

    private static Task<int> CountAsync(AssistantDb db, CaseListQuery query, CaseDueTimes dueTimes, CancellationToken cancellationToken) =>
        Filter(db.Set<CaseRow>(), query, dueTimes).Select(r => r.CaseNumber).Take(MaxCount).CountAsync(cancellationToken);

    private async Task<CaseDueTimes> GetDueTimesAsync(CancellationToken cancellationToken) =>
        CaseDueTimes.Create((await settingsStore.GetAsync(cancellationToken)).Hours, time.GetUtcNow());

    /// <summary>The cases of the view that the reader may see. Readers may always see their own cases and those of their teams, so these
    /// are not filtered.</summary>
    private static IQueryable<CaseRow> Filter(IQueryable<CaseRow> cases, CaseListQuery query, CaseDueTimes dueTimes) =>
        query.View switch
        {
            CaseListView.Mine => cases.Where(r => r.OwnerId == query.Viewer.OfficialId && r.Group != CaseGroup.Ended),
            CaseListView.Team when query.Viewer.CanSeeAll || query.Teams.All(query.Viewer.Teams.Contains) => FilterByTeams(
                cases,
                query.Teams
            ),
            CaseListView.Team => FilterByTeams(cases.VisibleTo(query.Viewer), query.Teams),
            var view => FilterByView(cases.VisibleTo(query.Viewer), view, dueTimes),
        };

    private static IQueryable<CaseRow> FilterByTeams(IQueryable<CaseRow> cases, IReadOnlyList<string> teams) =>
        teams.Count == 1 && teams[0] is var team
            ? cases.Where(r => r.Team == team && r.Group != CaseGroup.Ended)
            : cases.Where(r => teams.Contains(r.Team!) && r.Group != CaseGroup.Ended);

    private static IQueryable<CaseRow> FilterByView(IQueryable<CaseRow> cases, CaseListView view, CaseDueTimes dueTimes)
    {
        var (now, soonUntil) = dueTimes;
        return view switch
        {
            CaseListView.Unassigned => cases.Where(r => r.Group == CaseGroup.Unassigned),
            CaseListView.DueSoon => cases.Where(r => r.DueAt >= now && (r.DueAt <= soonUntil || r.DueSoonAt <= now)),
            CaseListView.Overdue => cases.Where(r => r.DueAt < now),
            CaseListView.Waiting => cases.Where(r => r.Group == CaseGroup.WaitingForAsker),
            CaseListView.Answered => cases.Where(r => r.Group == CaseGroup.Answered),
            CaseListView.Closed => cases.Where(r => r.Group == CaseGroup.Ended),
            _ => cases,
        };
    }
}
