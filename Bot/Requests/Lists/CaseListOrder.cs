using System.Linq.Expressions;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>The orders of a list. The default order of a view is paged by a cursor, so that pages neither repeat nor skip a case that
/// moved; an order that a person chose is paged by offset.</summary>
internal static class CaseListOrder
{
    public static IQueryable<CaseRow> SortBy(IQueryable<CaseRow> cases, CaseListSort sort)
    {
        var descending = sort.IsDescending;
        var sorted = sort.Column switch
        {
            CaseListColumn.Enterprise => descending ? cases.OrderByDescending(r => r.SearchText) : cases.OrderBy(r => r.SearchText),
            CaseListColumn.Status => descending
                ? cases.OrderByDescending(r => r.Group).ThenByDescending(r => r.Status)
                : cases.OrderBy(r => r.Group).ThenBy(r => r.Status),
            CaseListColumn.Owner => descending
                ? cases.OrderBy(r => r.OwnerName == null).ThenByDescending(r => r.OwnerName)
                : cases.OrderBy(r => r.OwnerName == null).ThenBy(r => r.OwnerName),
            CaseListColumn.Team => descending
                ? cases.OrderBy(r => r.Team == null).ThenByDescending(r => r.Team)
                : cases.OrderBy(r => r.Team == null).ThenBy(r => r.Team),
            CaseListColumn.Due => descending
                ? cases.OrderBy(r => r.DueAt == null).ThenByDescending(r => r.DueAt)
                : cases.OrderBy(r => r.DueAt == null).ThenBy(r => r.DueAt),
            CaseListColumn.Changed => descending ? cases.OrderByDescending(r => r.ChangedAt) : cases.OrderBy(r => r.ChangedAt),
            _ => descending ? cases.OrderByDescending(r => r.NumericCaseNumber) : cases.OrderBy(r => r.NumericCaseNumber),
        };
        return descending ? sorted.ThenByDescending(r => r.CaseNumber) : sorted.ThenBy(r => r.CaseNumber);
    }

    /// <summary>The default order of a view, after the cursor.</summary>
    public static IQueryable<CaseRow> SortByDefault(IQueryable<CaseRow> cases, CaseListView view, CaseListCursor? cursor) =>
        view switch
        {
            CaseListView.DueSoon or CaseListView.Overdue => SortByDueTime(cases, cursor),
            CaseListView.Unassigned => SortBy(cases, GetDefaultSort(view)),
            _ => SortMostRecentlyChanged(cases, cursor),
        };

    /// <summary>The column and direction of the default order of a view.</summary>
    public static CaseListSort GetDefaultSort(CaseListView view) =>
        view switch
        {
            CaseListView.DueSoon or CaseListView.Overdue or CaseListView.Mine or CaseListView.Unassigned => new(
                CaseListColumn.Due,
                IsDescending: false
            ),
            _ => new(CaseListColumn.Changed, IsDescending: true),
        };

    public static CaseListCursor CreateCursor(CaseListItem last, CaseListView view) =>
        new(view is CaseListView.DueSoon or CaseListView.Overdue && last.DueAt is { } due ? due : last.ChangedAt, last.CaseNumber);

    // The first condition alone lets the database seek in the index; PostgreSQL does not derive it from an "or".
    private static IQueryable<CaseRow> SortByDueTime(IQueryable<CaseRow> cases, CaseListCursor? cursor)
    {
        if (cursor is { At: var at, CaseNumber: var number })
        {
            cases = cases.Where(r => r.DueAt >= at && (r.DueAt > at || r.CaseNumber.CompareTo(number) > 0));
        }

        return cases.OrderBy(r => r.DueAt).ThenBy(r => r.CaseNumber);
    }

    /// <summary>
    /// Where the asker wrote last, then what waits for the official by deadline, then what waits for the asker, then what is answered.
    /// Has no cursor.
    /// </summary>
    public static IQueryable<CaseRow> SortByGroupThenDue(IQueryable<CaseRow> cases, AssistantDb db) =>
        cases
            .OrderByDescending(HasAskerWritten(db))
            .ThenBy(r => r.Group)
            .ThenBy(r => r.DueAt == null)
            .ThenBy(r => r.DueAt)
            .ThenBy(r => r.CaseNumber);

    /// <summary>Whether the asker wrote after every message of an official. Only for the few cases of one official.</summary>
    public static Expression<Func<CaseRow, bool>> HasAskerWritten(AssistantDb db) =>
        r =>
            db.Set<CaseEvent>()
                .Any(e =>
                    e.CaseNumber == r.CaseNumber
                    && e.Kind == CaseEventKind.AskerMessage
                    && !db.Set<CaseEvent>()
                        .Any(later =>
                            later.CaseNumber == r.CaseNumber
                            && later.Sequence > e.Sequence
                            && (
                                later.Kind == CaseEventKind.Replied
                                || later.Kind == CaseEventKind.AskedBack
                                || later.Kind == CaseEventKind.Forwarded
                                || later.Kind == CaseEventKind.Closed
                            )
                        )
                );

    private static IQueryable<CaseRow> SortMostRecentlyChanged(IQueryable<CaseRow> cases, CaseListCursor? cursor)
    {
        if (cursor is { At: var at, CaseNumber: var number })
        {
            cases = cases.Where(r => r.ChangedAt <= at && (r.ChangedAt < at || r.CaseNumber.CompareTo(number) < 0));
        }

        return cases.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.CaseNumber);
    }
}
