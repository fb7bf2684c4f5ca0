using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Privacy.Export;

/// <summary>
/// <c>GET /desk/cases/{number}/personal-data</c>: everything about the asker of a case as a file, for supervisors who answer a letter. Each
/// download is an entry of the view log.
/// </summary>
internal static class DeskExportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/desk/cases/{number}/personal-data", DownloadAsync).RequireAuthorization(Policies.Supervise);

    private static async Task<IResult> DownloadAsync(
        string number,
        HttpContext http,
        CaseStore caseStore,
        CaseViewLog viewLog,
        PersonalDataExporter exporter,
        CancellationToken cancellationToken
    )
    {
        if (
            !CaseNumber.TryParse(number, out var caseNumber)
            || SignedInAccount.From(http.User) is not { } account
            || await caseStore.FindAsync(caseNumber, cancellationToken) is not { Request: { ErasedAt: null, Asker: var asker } }
        )
        {
            return TypedResults.NotFound();
        }

        await viewLog.RecordAsync(account, caseNumber.ToString(), ViewedItem.Export, cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        var export = await exporter.ReadAsync(asker.ChannelId, asker.UserId, cancellationToken);
        return TypedResults.File(ExportEndpoints.Serialize(export), "application/json", $"{caseNumber}-personal-data.json");
    }
}
