using System.Globalization;
using PolicyAssistantBot.Requests.Lists;

namespace PolicyAssistantBot.Desk.Lists;

/// <summary>The addresses of the lists of cases.</summary>
internal static class CaseListAddress
{
    /// <summary>Tells the page of a list that a filter could not be saved, because the person has as many as can be kept.</summary>
    public const string FilterNotSaved = "full";

    /// <summary>Tells the page of a list that a filter was saved.</summary>
    public const string FilterSaved = "saved";

    /// <summary>A list without further criteria.</summary>
    public static string OfView(CaseListView view) => $"/desk?view={NameOf(view)}";

    /// <summary>The same list from its beginning, in another order.</summary>
    public static string Sorted(CaseListQuery query, CaseListSort? sort) => "/desk" + Create(query with { Sort = sort });

    /// <summary>The next page of the same list; null on the last one.</summary>
    public static string? OfNextPage(CaseListQuery query, CaseListResult result) =>
        result.Next is { } cursor ? "/desk" + Create(query).Add("after", cursor.ToString())
        : result.NextPage is { } page ? "/desk" + Create(query).Add("page", page.ToString(CultureInfo.InvariantCulture))
        : null;

    /// <summary>The criteria of the list without a position in it.</summary>
    public static QueryString Create(CaseListQuery query)
    {
        var address = QueryString.Create("view", NameOf(query.View));
        address = query.Search is { Length: > 0 } search ? address.Add("q", search) : address;
        address = query.Kind is { } kind ? address.Add("kind", kind.ToString()) : address;
        address = query.Team is { } team ? address.Add("team", team) : address;
        return query.Sort is { } sort ? address.Add("sort", sort.ToString()) : address;
    }

    public static string NameOf(CaseListView view) => view.ToString().ToLowerInvariant();
}
