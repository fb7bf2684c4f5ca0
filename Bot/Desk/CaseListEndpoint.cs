using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.Pages;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Desk;

/// <summary><c>GET /desk?view=mine&amp;q=…&amp;after=…</c></summary>
internal static class CaseListEndpoint
{
    private const int LongestSearch = 200;

    public static async Task<IResult> ShowAsync(
        HttpContext context, RequestLists lists, string? view, string? q, string? after, CancellationToken cancellationToken)
    {
        if (SignedInAccount.From(context.User) is not { } me)
        {
            return Results.NotFound();
        }

        var search = q?.Trim() ?? "";
        search = search.Length > LongestSearch ? search[..LongestSearch] : search;

        // Who searches without having chosen a list means all cases.
        var chosen = Enum.TryParse<RequestView>(view, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
            : search.Length > 0 ? RequestView.All : RequestView.Unassigned;
        var reader = me.ToReader();
        var cursor = RequestCursor.Parse(after);
        var model = new CaseListModel(
            chosen,
            search,
            cursor is null,
            await lists.ListAsync(new RequestQuery(chosen, reader, [], search, After: cursor), cancellationToken),
            await lists.CountAsync(reader, [], cancellationToken));
        return PageResults.Show<CaseListPage>(context, model);
    }
}
