using System.Globalization;
using PolicyAssistantBot.Access.Pages;

namespace PolicyAssistantBot.Access.Views;

/// <summary>
/// <c>GET /desk/views?case=…&amp;who=…&amp;before=…</c>: the log of who viewed which case, for administrators and auditors.
/// </summary>
internal static class ViewLogEndpoints
{
    public static void MapViewLog(this IEndpointRouteBuilder routes) =>
        routes.MapPages("/desk/views").RequireAuthorization(Policies.ReadViewLog).MapGet("/", ShowAsync);

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        CaseViewLog viewLog,
        AccountStore accountStore,
        string? @case,
        string? who,
        string? before,
        CancellationToken cancellationToken
    )
    {
        var caseNumber = @case?.Trim().ToUpperInvariant() is { Length: > 0 and <= 24 } number ? number : null;
        var accountId = who is { Length: > 0 and <= 100 } ? who : null;
        long? cursor = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var lastNumber) ? lastNumber : null;
        var views = await viewLog.ListAsync(caseNumber, accountId, cursor, cancellationToken);
        return PageResults.Show<ViewLogPage>(
            context,
            new ViewLogModel(
                [.. views.Take(CaseViewLog.PageSize)],
                views.Count > CaseViewLog.PageSize ? views[CaseViewLog.PageSize - 1].Number : null,
                await accountStore.ListAsync(cancellationToken),
                caseNumber ?? "",
                accountId ?? ""
            )
        );
    }
}
