using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Insight.Exports;
using PolicyAssistantBot.Insight.Pages;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Insight;

/// <param name="Tables">All tables in the language of the page.</param>
/// <param name="Today">In Vietnam.</param>
public sealed record InsightModel(InsightReport Report, IReadOnlyList<StatisticsTable> Tables, DateOnly Today);

/// <summary><c>GET /desk/insight?from=2026-08-31&amp;until=2026-11-22</c>, and the same figures as CSV and Excel files.</summary>
internal static class InsightEndpoints
{
    private const string CsvContentType = "text/csv; charset=utf-8";
    private const string XlsxContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapInsight(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk/insight").RequireAuthorization(Policies.ReadInsight);
        pages.MapGet(
            "/",
            async (HttpContext context, string? from, string? until, CancellationToken cancellationToken) =>
                PageResults.Show<InsightPage>(context, await LoadModelAsync(context, from, until, cancellationToken))
        );
        pages.MapGet(
            "/figures.xlsx",
            async (HttpContext context, string? from, string? until, CancellationToken cancellationToken) =>
            {
                var model = await LoadModelAsync(context, from, until, cancellationToken);
                await RecordExportAsync(context, "xlsx", cancellationToken);
                return Results.File(ExcelWorkbook.Write(model.Tables), XlsxContentType, CreateFileName(model, "figures", "xlsx"));
            }
        );
        pages.MapGet(
            "/{table}.csv",
            async (string table, HttpContext context, string? from, string? until, CancellationToken cancellationToken) =>
            {
                var model = await LoadModelAsync(context, from, until, cancellationToken);
                await RecordExportAsync(context, "csv", cancellationToken);
                return model.Tables.FirstOrDefault(t => t.Key == table) is { } requestedTable
                    ? Results.File(CsvFile.Write(requestedTable), CsvContentType, CreateFileName(model, requestedTable.Key, "csv"))
                    : Results.NotFound();
            }
        );
    }

    private static Task RecordExportAsync(HttpContext context, string format, CancellationToken cancellationToken) =>
        context
            .RequestServices.GetRequiredService<SecurityLog>()
            .RecordAsync(context, SecurityEventKind.FiguresExported, null, format, cancellationToken);

    private static async Task<InsightModel> LoadModelAsync(
        HttpContext context,
        string? from,
        string? until,
        CancellationToken cancellationToken
    )
    {
        var services = context.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var period = Period.FromDays(ParseDay(from), ParseDay(until), now);
        var report = await services.GetRequiredService<InsightReportService>().GetAsync(period, cancellationToken);
        var deskSettings = await services.GetRequiredService<DeskSettingsStore>().GetAsync(cancellationToken);
        var articles = services.GetRequiredService<IArticleSource>().Current.Articles;
        var lang = PageLanguage.Get(context);
        return new InsightModel(
            report,
            StatisticsTables.CreateAll(
                report,
                key => deskSettings.Routing.Find(key)?.Name,
                key => articles.FirstOrDefault(article => article.Key == key)?.Title[lang],
                lang
            ),
            HanoiTime.DayOf(now)
        );
    }

    private static DateOnly? ParseDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string CreateFileName(InsightModel model, string name, string extension) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name}-{model.Report.Period.Monday:yyyyMMdd}-{model.Report.Period.Sunday:yyyyMMdd}.{extension}"
        );
}
