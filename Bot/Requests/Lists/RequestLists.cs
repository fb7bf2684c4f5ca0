using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>The lists of cases that officials choose from.</summary>
public enum RequestView
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
    Waiting,
    Answered,
    Closed,
    All,
}

/// <summary>The criteria of a list.</summary>
/// <param name="Search">A case number, the beginning of a tax code, or words of the request, with or without diacritics.</param>
/// <param name="After">The end of the previous page; null for the first page.</param>
public sealed record RequestQuery(
    RequestView View,
    CaseReader Reader,
    IReadOnlyList<string> Teams,
    string? Search = null,
    RequestKind? Kind = null,
    string? Team = null,
    RequestCursor? After = null
);

/// <summary>Lists of cases with keyset paging: each page continues after the last case of the previous one, however many are added in the
/// meantime.</summary>
internal sealed class RequestLists(IDbContextFactory<AssistantDb> databases, TimeProvider time)
{
    public const int PageSize = 50;

    private const int LongPrefix = 8;

    public async Task<RequestPage> ListAsync(RequestQuery query, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (cases, isFullText) = Search(db, query);
        cases = Filter(cases.AsNoTracking(), query, time.GetUtcNow());
        cases = query.Kind is { } kind ? cases.Where(r => r.Kind == kind) : cases;
        cases = query.Team is { } team ? cases.Where(r => r.Team == team) : cases;
        cases = isFullText
            ? cases.OrderByDescending(r => r.Number)
            : query.View switch
            {
                RequestView.DueSoon or RequestView.Overdue => Due(cases, query.After),
                RequestView.Unassigned => After(cases, query.After),
                _ => Before(cases, query.After),
            };
        var items = await cases
            .Take(PageSize + 1)
            .Select(r => new RequestListItem(
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
                r.SoonAt,
                r.SubmittedAt,
                r.ChangedAt
            ))
            .ToListAsync(cancellationToken);
        return items.Count <= PageSize
            ? new RequestPage(items, null)
            : new RequestPage(items[..PageSize], Cursor(items[PageSize - 1], query.View));
    }

    /// <summary>Counts the cases in the lists whose counts are shown.</summary>
    public async Task<RequestCounts> CountAsync(CaseReader reader, IReadOnlyList<string> teams, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        Task<int> CountOf(RequestView view) =>
            Filter(db.Set<RequestRow>(), new RequestQuery(view, reader, teams), now).CountAsync(cancellationToken);
        return new RequestCounts(
            await CountOf(RequestView.Unassigned),
            await CountOf(RequestView.Mine),
            teams.Count == 0 ? 0 : await CountOf(RequestView.Team),
            await CountOf(RequestView.DueSoon),
            await CountOf(RequestView.Overdue)
        );
    }

    /// <summary>Counts the open cases of each team.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountByTeamAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<RequestRow>()
            .Where(r => r.Team != null && r.Pile != RequestPile.Ended)
            .GroupBy(r => r.Team!)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(t => t.Key, t => t.Count, cancellationToken);
    }

    private static RequestCursor Cursor(RequestListItem last, RequestView view) =>
        new(view is RequestView.DueSoon or RequestView.Overdue && last.DueAt is { } due ? due : last.ChangedAt, last.CaseNumber);

    /// <summary>The cases of the view that the reader may see. Readers may always see their own cases and those of their teams, so these
    /// are not filtered.</summary>
    private static IQueryable<RequestRow> Filter(IQueryable<RequestRow> cases, RequestQuery query, DateTimeOffset now) =>
        query.View switch
        {
            RequestView.Mine => cases.Where(r => r.OwnerId == query.Reader.OfficialId && r.Pile != RequestPile.Ended),
            RequestView.Team when query.Reader.SeesAll || query.Teams.All(query.Reader.Teams.Contains) => OfTeams(cases, query.Teams),
            RequestView.Team => OfTeams(cases.VisibleTo(query.Reader), query.Teams),
            var view => Pile(cases.VisibleTo(query.Reader), view, now),
        };

    private static IQueryable<RequestRow> OfTeams(IQueryable<RequestRow> cases, IReadOnlyList<string> teams) =>
        teams.Count == 1 && teams[0] is var team
            ? cases.Where(r => r.Team == team && r.Pile != RequestPile.Ended)
            : cases.Where(r => teams.Contains(r.Team!) && r.Pile != RequestPile.Ended);

    private static IQueryable<RequestRow> Pile(IQueryable<RequestRow> cases, RequestView view, DateTimeOffset now) =>
        view switch
        {
            RequestView.Unassigned => cases.Where(r => r.Pile == RequestPile.Unassigned),
            RequestView.DueSoon => cases.Where(r => r.DueAt >= now && r.SoonAt <= now),
            RequestView.Overdue => cases.Where(r => r.DueAt < now),
            RequestView.Waiting => cases.Where(r => r.Pile == RequestPile.WaitingForAsker),
            RequestView.Answered => cases.Where(r => r.Pile == RequestPile.Answered),
            RequestView.Closed => cases.Where(r => r.Pile == RequestPile.Ended),
            _ => cases,
        };

    private static (IQueryable<RequestRow> Cases, bool IsFullText) Search(AssistantDb db, RequestQuery query)
    {
        IQueryable<RequestRow> cases = db.Set<RequestRow>();
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
                digits.Length < LongPrefix
                    ? cases.Where(r => r.TaxCode.StartsWith(digits))
                    : cases.Where(r => r.TaxCode.CompareTo(digits) >= 0 && r.TaxCode.CompareTo(end) < 0),
                false
            );
        }

        var words = VietnameseText.SplitIntoWords(VietnameseText.Fold(query.Search));
        return words.Count == 0
            ? (cases.Where(_ => false), false)
            : (RequestSearch.Find(db, words, query.After is null ? null : RequestRows.NumberOf(query.After.CaseNumber)), true);
    }

    // The first condition alone lets the database seek in the index; PostgreSQL does not derive it from an "or".
    private static IQueryable<RequestRow> Due(IQueryable<RequestRow> cases, RequestCursor? cursor)
    {
        if (cursor is { At: var at, CaseNumber: var number })
        {
            cases = cases.Where(r => r.DueAt >= at && (r.DueAt > at || r.CaseNumber.CompareTo(number) > 0));
        }

        return cases.OrderBy(r => r.DueAt).ThenBy(r => r.CaseNumber);
    }

    private static IQueryable<RequestRow> Before(IQueryable<RequestRow> cases, RequestCursor? cursor)
    {
        if (cursor is { At: var at, CaseNumber: var number })
        {
            cases = cases.Where(r => r.ChangedAt <= at && (r.ChangedAt < at || r.CaseNumber.CompareTo(number) < 0));
        }

        return cases.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.CaseNumber);
    }

    private static IQueryable<RequestRow> After(IQueryable<RequestRow> cases, RequestCursor? cursor)
    {
        if (cursor is { At: var at, CaseNumber: var number })
        {
            cases = cases.Where(r => r.ChangedAt >= at && (r.ChangedAt > at || r.CaseNumber.CompareTo(number) > 0));
        }

        return cases.OrderBy(r => r.ChangedAt).ThenBy(r => r.CaseNumber);
    }
}

public sealed record RequestListItem(
    string CaseNumber,
    int Version,
    string EnterpriseName,
    string TaxCode,
    RequestKind Kind,
    RequestStatus Status,
    string? OwnerId,
    string? OwnerName,
    string? Team,
    DateTimeOffset? DueAt,
    DateTimeOffset? SoonAt,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt
);

public sealed record RequestCounts(int Unassigned, int Mine, int Team, int DueSoon, int Overdue);

/// <param name="Next">The start of the next page; null on the last page.</param>
public sealed record RequestPage(IReadOnlyList<RequestListItem> Items, RequestCursor? Next);

/// <summary>A position in a list, written <c>1795312800000.HN-2026-000123-7</c> in addresses.</summary>
/// <param name="At">The sort key of the list.</param>
public sealed record RequestCursor(DateTimeOffset At, string CaseNumber)
{
    public static RequestCursor? Parse(string? text)
    {
        var parts = (text ?? "").Split('.', 2);
        return
            parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            && ms < 253_402_300_800_000
            && Requests.CaseNumber.TryParse(parts[1], out var number)
            ? new RequestCursor(DateTimeOffset.FromUnixTimeMilliseconds(ms), number.ToString())
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}.{CaseNumber}");
}
