using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>The lists of cases that officials choose from.</summary>
public enum CaseListView
{
    /// <summary>Without an owner; the oldest first.</summary>
    Unassigned,

    /// <summary>Owned by the official and not ended.</summary>
    Mine,

    /// <summary>Assigned to the official's teams and not ended.</summary>
    Team,

    /// <summary>With most of the time until the next deadline used up; the nearest deadline first.</summary>
    DueSoon,

    /// <summary>Past a deadline; the earliest deadline first.</summary>
    Overdue,

    /// <summary>Waiting for the asker.</summary>
    Waiting,
    Answered,

    /// <summary>Closed, forwarded, merged or withdrawn.</summary>
    Closed,
    All,
}

/// <summary>The criteria of a list.</summary>
/// <param name="Search">A case number, the beginning of a tax code, or words of the request, with or without diacritics.</param>
/// <param name="After">The end of the previous page; null for the first page.</param>
public sealed record CaseListQuery(
    CaseListView View,
    CaseAccess Viewer,
    IReadOnlyList<string> Teams,
    string? Search = null,
    RequestKind? Kind = null,
    string? Team = null,
    CaseListCursor? After = null
);

/// <summary>Lists of cases with keyset paging: each page continues after the last case of the previous one, however many are added in the
/// meantime.</summary>
internal sealed class CaseLists(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    public const int PageSize = 50;

    private const int MinIndexedPrefixLength = 8;

    public async Task<CaseListResult> ListAsync(CaseListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var (cases, isFullText) = Search(db, query);
        cases = Filter(cases.AsNoTracking(), query, time.GetUtcNow());
        cases = query.Kind is { } kind ? cases.Where(r => r.Kind == kind) : cases;
        cases = query.Team is { } team ? cases.Where(r => r.Team == team) : cases;
        cases = isFullText
            ? cases.OrderByDescending(r => r.NumericCaseNumber)
            : query.View switch
            {
                CaseListView.DueSoon or CaseListView.Overdue => SortByDueTime(cases, query.After),
                CaseListView.Unassigned => SortOldestFirst(cases, query.After),
                _ => SortNewestFirst(cases, query.After),
            };
        var items = await cases
            .Take(PageSize + 1)
            .Select(r => new CaseListItem(
                r.CaseNumber,
                r.Version,
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
        return items.Count <= PageSize
            ? new CaseListResult(items, null)
            : new CaseListResult(items[..PageSize], CreateCursor(items[PageSize - 1], query.View));
    }

    /// <summary>Counts the cases in the lists whose counts are shown.</summary>
    public async Task<CaseCounts> CountAsync(CaseAccess access, IReadOnlyList<string> teams, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        Task<int> CountViewAsync(CaseListView view) =>
            Filter(db.Set<CaseRow>(), new CaseListQuery(view, access, teams), now).CountAsync(cancellationToken);
        return new CaseCounts(
            await CountViewAsync(CaseListView.Unassigned),
            await CountViewAsync(CaseListView.Mine),
            teams.Count == 0 ? 0 : await CountViewAsync(CaseListView.Team),
            await CountViewAsync(CaseListView.DueSoon),
            await CountViewAsync(CaseListView.Overdue)
        );
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

    private static CaseListCursor CreateCursor(CaseListItem last, CaseListView view) =>
        new(view is CaseListView.DueSoon or CaseListView.Overdue && last.DueAt is { } due ? due : last.ChangedAt, last.CaseNumber);

    /// <summary>The cases of the view that the reader may see. Readers may always see their own cases and those of their teams, so these
    /// are not filtered.</summary>
    private static IQueryable<CaseRow> Filter(IQueryable<CaseRow> cases, CaseListQuery query, DateTimeOffset now) =>
        query.View switch
        {
            CaseListView.Mine => cases.Where(r => r.OwnerId == query.Viewer.OfficialId && r.Group != CaseGroup.Ended),
            CaseListView.Team when query.Viewer.CanSeeAll || query.Teams.All(query.Viewer.Teams.Contains) => FilterByTeams(
                cases,
                query.Teams
            ),
            CaseListView.Team => FilterByTeams(cases.VisibleTo(query.Viewer), query.Teams),
            var view => FilterByView(cases.VisibleTo(query.Viewer), view, now),
        };

    private static IQueryable<CaseRow> FilterByTeams(IQueryable<CaseRow> cases, IReadOnlyList<string> teams) =>
        teams.Count == 1 && teams[0] is var team
            ? cases.Where(r => r.Team == team && r.Group != CaseGroup.Ended)
            : cases.Where(r => teams.Contains(r.Team!) && r.Group != CaseGroup.Ended);

    private static IQueryable<CaseRow> FilterByView(IQueryable<CaseRow> cases, CaseListView view, DateTimeOffset now) =>
        view switch
        {
            CaseListView.Unassigned => cases.Where(r => r.Group == CaseGroup.Unassigned),
            CaseListView.DueSoon => cases.Where(r => r.DueAt >= now && r.DueSoonAt <= now),
            CaseListView.Overdue => cases.Where(r => r.DueAt < now),
            CaseListView.Waiting => cases.Where(r => r.Group == CaseGroup.WaitingForAsker),
            CaseListView.Answered => cases.Where(r => r.Group == CaseGroup.Answered),
            CaseListView.Closed => cases.Where(r => r.Group == CaseGroup.Ended),
            _ => cases,
        };

    private static (IQueryable<CaseRow> Cases, bool IsFullText) Search(AssistantDb db, CaseListQuery query)
    {
        IQueryable<CaseRow> cases = db.Set<CaseRow>();
        if (string.IsNullOrWhiteSpace(query.Search))
        {
            return (cases, false);
        }

        if (CaseNumber.TryParse(query.Search, out var number))
        {
            var text = number.ToString();
            return (cases.Where(r => r.CaseNumber == text), false);
        }

        if (query.Search.Trim() is { Length: >= 3 } digits && digits.All(c => char.IsAsciiDigit(c) || c == '-'))
        {
            // A short prefix matches many codes, so the list's index is scanned; a long one is a range of the tax code index, because ':'
            // follows '9'.
            var end = digits + ":";
            return (
                digits.Length < MinIndexedPrefixLength
                    ? cases.Where(r => r.TaxCode.StartsWith(digits))
                    : cases.Where(r => r.TaxCode.CompareTo(digits) >= 0 && r.TaxCode.CompareTo(end) < 0),
                false
            );
        }

        var words = VietnameseText.SplitIntoWords(VietnameseText.Fold(query.Search));
        return words.Count == 0
            ? (cases.Where(_ => false), false)
            : (CaseSearch.Find(db, words, query.After is null ? null : CaseRowMapper.ToNumericCaseNumber(query.After.CaseNumber)), true);
    }

    // The first condition alone lets the database seek in the index; PostgreSQL does not derive it from an "or".
    private static IQueryable<CaseRow> SortByDueTime(IQueryable<CaseRow> cases, CaseListCursor? cursor)
    {
        if (cursor is { At: var at, CaseNumber: var number })
        {
            cases = cases.Where(r => r.DueAt >= at && (r.DueAt > at || r.CaseNumber.CompareTo(number) > 0));
        }

        return cases.OrderBy(r => r.DueAt).ThenBy(r => r.CaseNumber);
    }

    private static IQueryable<CaseRow> SortNewestFirst(IQueryable<CaseRow> cases, CaseListCursor? cursor)
    {
        if (cursor is { At: var at, CaseNumber: var number })
        {
            cases = cases.Where(r => r.ChangedAt <= at && (r.ChangedAt < at || r.CaseNumber.CompareTo(number) < 0));
        }

        return cases.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.CaseNumber);
    }

    private static IQueryable<CaseRow> SortOldestFirst(IQueryable<CaseRow> cases, CaseListCursor? cursor)
    {
        if (cursor is { At: var at, CaseNumber: var number })
        {
            cases = cases.Where(r => r.ChangedAt >= at && (r.ChangedAt > at || r.CaseNumber.CompareTo(number) > 0));
        }

        return cases.OrderBy(r => r.ChangedAt).ThenBy(r => r.CaseNumber);
    }
}

public sealed record CaseListItem(
    string CaseNumber,
    int Version,
    string EnterpriseName,
    string TaxCode,
    RequestKind Kind,
    CaseStatus Status,
    string? OwnerId,
    string? OwnerName,
    string? Team,
    DateTimeOffset? DueAt,
    DateTimeOffset? DueSoonAt,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt
);

public sealed record CaseCounts(int Unassigned, int Mine, int Team, int DueSoon, int Overdue);

/// <param name="Next">The start of the next page; null on the last page.</param>
public sealed record CaseListResult(IReadOnlyList<CaseListItem> Items, CaseListCursor? Next);

/// <summary>A position in a list, written <c>1795312800000.HN-2026-000123-7</c> in addresses.</summary>
/// <param name="At">The sort key of the list.</param>
public sealed record CaseListCursor(DateTimeOffset At, string CaseNumber)
{
    public static CaseListCursor? Parse(string? text)
    {
        var parts = (text ?? "").Split('.', 2);
        return
            parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            && ms < 253_402_300_800_000
            && Requests.CaseNumber.TryParse(parts[1], out var number)
            ? new CaseListCursor(DateTimeOffset.FromUnixTimeMilliseconds(ms), number.ToString())
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}.{CaseNumber}");
}
