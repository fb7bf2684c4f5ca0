using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Insight.Exports;
using PolicyAssistantBot.Insight.Pages;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Insight;

/// <param name="Tables">All tables in the language of the page.</param>
public sealed record InsightModel(InsightReport Report, IReadOnlyList<FigureTable> Tables);

/// <summary><c>GET /desk/insight?from=2026-08-31&amp;until=2026-11-22</c>, and the same figures as CSV and Excel files.</summary>
internal static class InsightEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapInsight(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk/insight").RequireAuthorization(Policies.ReadInsight);
        pages.MapGet(
            "/",
            async (HttpContext context, string? from, string? until, CancellationToken cancellationToken) =>
                PageResults.Show<InsightPage>(context, await ReadAsync(context, from, until, cancellationToken))
        );
        pages.MapGet(
            "/figures.xlsx",
            async (HttpContext context, string? from, string? until, CancellationToken cancellationToken) =>
            {
                var model = await ReadAsync(context, from, until, cancellationToken);
                return Results.File(Workbook.Write(model.Tables), Xlsx, FileName(model, "figures", "xlsx"));
            }
        );
        pages.MapGet(
            "/{table}.csv",
            async (string table, HttpContext context, string? from, string? until, CancellationToken cancellationToken) =>
            {
                var model = await ReadAsync(context, from, until, cancellationToken);
                return model.Tables.FirstOrDefault(t => t.Key == table) is { } wanted
                    ? Results.File(CsvFile.Write(wanted), Csv, FileName(model, wanted.Key, "csv"))
                    : Results.NotFound();
            }
        );
    }

    private static async Task<InsightModel> ReadAsync(HttpContext context, string? from, string? until, CancellationToken cancellationToken)
    {
        var services = context.RequestServices;
        var period = Period.Read(Day(from), Day(until), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var report = await services.GetRequiredService<InsightReports>().GetAsync(period, cancellationToken);
        var deskSettings = await services.GetRequiredService<DeskSettingsStore>().GetAsync(cancellationToken);
        return new InsightModel(report, FigureTables.All(report, key => deskSettings.Routing.Find(key)?.Name, PageLanguage.Of(context)));
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string FileName(InsightModel model, string name, string extension) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name}-{model.Report.Period.Monday:yyyyMMdd}-{model.Report.Period.Sunday:yyyyMMdd}.{extension}"
        );
}
