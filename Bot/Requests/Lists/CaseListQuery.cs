using System.Globalization;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>The lists of cases that officials choose from.</summary>
public enum CaseListView
{
    /// <summary>Without an owner; the nearest deadline first.</summary>
    Unassigned,

    /// <summary>Owned by the official and not ended; where the asker wrote last first, then what waits for the official, by
    /// deadline.</summary>
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

/// <summary>The columns by which a list can be sorted.</summary>
public enum CaseListColumn
{
    Received,
    Enterprise,
    Status,
    Owner,
    Team,
    Due,
    Changed,
}

/// <summary>The order that a reader chose, written <c>due</c> or <c>-due</c> in addresses.</summary>
public sealed record CaseListSort(CaseListColumn Column, bool IsDescending)
{
    public static CaseListSort? Parse(string? text) =>
        Enum.TryParse<CaseListColumn>((text ?? "").TrimStart('-'), ignoreCase: true, out var column) && Enum.IsDefined(column)
            ? new CaseListSort(column, text!.StartsWith('-'))
            : null;

    public override string ToString() => (IsDescending ? "-" : "") + Column.ToString().ToLowerInvariant();
}

/// <summary>The criteria of a list.</summary>
/// <param name="Search">A part of a case number, the beginning of a tax code, the end of a telephone number, or words of the request, with
/// or without diacritics.</param>
/// <param name="After">The end of the previous page; null for the first page. Only for lists in their own order.</param>
public sealed record CaseListQuery(
    CaseListView View,
    CaseAccess Viewer,
    IReadOnlyList<string> Teams,
    string? Search = null,
    RequestKind? Kind = null,
    string? Team = null,
    CaseListCursor? After = null
)
{
    /// <summary>Lists without a cursor end here.</summary>
    public const int MaxPage = 200;

    /// <summary>Null for the order of the list itself, and for a search the order of the best match.</summary>
    public CaseListSort? Sort { get; init; }

    /// <summary>From 1. Only for a chosen order and for searches by words, which have no cursor.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>One line of a list.</summary>
/// <param name="Subject">The first words of the request; empty when it was erased.</param>
public sealed record CaseListItem(
    string CaseNumber,
    int Version,
    string Subject,
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
)
{
    /// <summary>Whether the reader owns the case and its asker wrote after every message of an official.</summary>
    public bool HasAskerWritten { get; init; }
}

/// <param name="Next">The start of the next page; null on the last page and for lists with <paramref name="NextPage"/>.</param>
/// <param name="NextPage">The next page of a list without a cursor; null on the last page.</param>
public sealed record CaseListResult(IReadOnlyList<CaseListItem> Items, CaseListCursor? Next, int? NextPage = null);

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
