using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests;

/// <summary>What an official sees of many cases.</summary>
public enum RequestView
{
    /// <summary>Nobody has them; the oldest first.</summary>
    Unassigned,

    /// <summary>The official has them and they have not ended.</summary>
    Mine,
    Waiting,
    Answered,
    Closed,
    All,
}

/// <summary>Lists of cases, page by page: each page goes on after the last case of the one before, however many come in meanwhile.</summary>
internal sealed class RequestLists(IDbContextFactory<AssistantDb> databases)
{
    public const int PageSize = 50;

    /// <param name="search">A case number, the beginning of a tax code, or words of the name with or without diacritics.</param>
    /// <param name="after">Where the page before ended; null for the first page.</param>
    public async Task<RequestPage> ListAsync(RequestView view, CaseReader reader, string? search, RequestCursor? after, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var cases = Search(Filter(db.Set<RequestRow>().AsNoTracking().VisibleTo(reader), view, reader), search);
        cases = view == RequestView.Unassigned ? After(cases, after) : Before(cases, after);
        var items = await cases.Take(PageSize + 1)
            .Select(r => new RequestListItem(
                r.CaseNumber, r.EnterpriseName, r.TaxCode, r.Kind, r.Status, r.OwnerId, r.OwnerName, r.SubmittedAt, r.ChangedAt))
            .ToListAsync(cancellationToken);
        return items.Count <= PageSize
            ? new RequestPage(items, null)
            : new RequestPage(items[..PageSize], new RequestCursor(items[PageSize - 1].ChangedAt, items[PageSize - 1].CaseNumber));
    }

    /// <summary>How many cases nobody has, and how many that have not ended the official has.</summary>
    public async Task<RequestCounts> CountAsync(CaseReader reader, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var cases = db.Set<RequestRow>().VisibleTo(reader);
        return new RequestCounts(
            await Filter(cases, RequestView.Unassigned, reader).CountAsync(cancellationToken),
            await Filter(cases, RequestView.Mine, reader).CountAsync(cancellationToken));
    }

    private static IQueryable<RequestRow> Filter(IQueryable<RequestRow> cases, RequestView view, CaseReader reader) => view switch
    {
        RequestView.Unassigned => cases.Where(r => r.Pile == RequestPile.Unassigned),
        RequestView.Mine => cases.Where(r => r.OwnerId == reader.OfficialId && r.Pile != RequestPile.Ended),
        RequestView.Waiting => cases.Where(r => r.Pile == RequestPile.WaitingForAsker),
        RequestView.Answered => cases.Where(r => r.Pile == RequestPile.Answered),
        RequestView.Closed => cases.Where(r => r.Pile == RequestPile.Ended),
        _ => cases,
    };

    private static IQueryable<RequestRow> Search(IQueryable<RequestRow> cases, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return cases;
        }

        if (CaseNumber.TryParse(search, out var number))
        {
            var text = number.ToString();
            return cases.Where(r => r.CaseNumber == text);
        }

        if (search.Trim() is { Length: >= 3 } digits && digits.All(c => char.IsAsciiDigit(c) || c == '-'))
        {
            // All codes that begin so: ':' is the character after '9'.
            var end = digits + ":";
            return cases.Where(r => r.TaxCode.CompareTo(digits) >= 0 && r.TaxCode.CompareTo(end) < 0);
        }

        var words = VietnameseText.Words(VietnameseText.Fold(search));
        return words.Count == 0
            ? cases.Where(_ => false)
            : words.Take(10).Aggregate(cases, (found, word) => found.Where(r => r.SearchText.Contains(word)));
    }

    private static IQueryable<RequestRow> Before(IQueryable<RequestRow> cases, RequestCursor? cursor)
    {
        if (cursor is { ChangedAt: var at, CaseNumber: var number })
        {
            cases = cases.Where(r => r.ChangedAt < at || (r.ChangedAt == at && r.CaseNumber.CompareTo(number) < 0));
        }

        return cases.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.CaseNumber);
    }

    private static IQueryable<RequestRow> After(IQueryable<RequestRow> cases, RequestCursor? cursor)
    {
        if (cursor is { ChangedAt: var at, CaseNumber: var number })
        {
            cases = cases.Where(r => r.ChangedAt > at || (r.ChangedAt == at && r.CaseNumber.CompareTo(number) > 0));
        }

        return cases.OrderBy(r => r.ChangedAt).ThenBy(r => r.CaseNumber);
    }
}

public sealed record RequestListItem(
    string CaseNumber,
    string EnterpriseName,
    string TaxCode,
    RequestKind Kind,
    RequestStatus Status,
    string? OwnerId,
    string? OwnerName,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt);

public sealed record RequestCounts(int Unassigned, int Mine);

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record RequestPage(IReadOnlyList<RequestListItem> Items, RequestCursor? Next);

/// <summary>A place in a list, written <c>1795312800000.HN-2026-000123-7</c> in addresses.</summary>
public sealed record RequestCursor(DateTimeOffset ChangedAt, string CaseNumber)
{
    public static RequestCursor? Parse(string? text)
    {
        var parts = (text ?? "").Split('.', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            && ms < 253_402_300_800_000 && Requests.CaseNumber.TryParse(parts[1], out var number)
            ? new RequestCursor(DateTimeOffset.FromUnixTimeMilliseconds(ms), number.ToString())
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ChangedAt.ToUnixTimeMilliseconds()}.{CaseNumber}");
}
