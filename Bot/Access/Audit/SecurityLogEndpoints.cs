using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Audit;

/// <summary>
/// <c>GET /desk/security?kind=…&amp;who=…&amp;from=…&amp;until=…&amp;before=…</c> for administrators and auditors, and the same as a
/// file with one JSON object a line or as CSV.
/// </summary>
internal static class SecurityLogEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapSecurityLog(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages(AccessPaths.SecurityLog).RequireAuthorization(Policies.ReadViewLog);
        pages.MapGet("/", ShowAsync);
        pages.MapGet("/log.jsonl", ExportAsync);
        pages.MapGet("/log.csv", ExportCsvAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        SecurityLog securityLog,
        AccountStore accountStore,
        CancellationToken cancellationToken
    )
    {
        var query = ReadQuery(context.Request.Query);
        var events = await securityLog.ListAsync(query, cancellationToken);
        return PageResults.Show<SecurityLogPage>(
            context,
            new SecurityLogModel(
                [.. events.Take(SecurityLog.PageSize)],
                events.Count > SecurityLog.PageSize ? events[SecurityLog.PageSize - 1].Number : null,
                await accountStore.ListAsync(cancellationToken),
                query.Kind,
                query.AccountId ?? "",
                context.Request.Query["from"].ToString(),
                context.Request.Query["until"].ToString()
            )
        );
    }

    private static async Task ExportAsync(HttpContext context, SecurityLog securityLog, CancellationToken cancellationToken)
    {
        await securityLog.RecordAsync(context, SecurityEventKind.LogExported, null, null, cancellationToken);
        var response = context.Response;
        response.ContentType = "application/jsonl; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=security-log.jsonl";
        await foreach (var securityEvent in securityLog.ReadAllAsync(ReadQuery(context.Request.Query), cancellationToken))
        {
            var line = JsonSerializer.Serialize(
                new
                {
                    securityEvent.Number,
                    securityEvent.At,
                    EventId = (int)securityEvent.Kind,
                    Kind = securityEvent.Kind.ToString(),
                    securityEvent.ActorId,
                    securityEvent.ActorName,
                    securityEvent.Subject,
                    securityEvent.Address,
                    securityEvent.Detail,
                },
                Json
            );
            await response.WriteAsync(line + "\n", cancellationToken);
        }
    }

    /// <summary>The same as a table for spreadsheets, in the language of the page.</summary>
    private static async Task ExportCsvAsync(HttpContext context, SecurityLog securityLog, CancellationToken cancellationToken)
    {
        await securityLog.RecordAsync(context, SecurityEventKind.LogExported, null, "csv", cancellationToken);
        var lang = PageLanguage.Get(context);
        var response = context.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=security-log.csv";
        await response.WriteAsync("\uFEFF" + SecurityLogCsv.WriteHeading(lang), cancellationToken);
        await foreach (var securityEvent in securityLog.ReadAllAsync(ReadQuery(context.Request.Query), cancellationToken))
        {
            await response.WriteAsync(SecurityLogCsv.Write(securityEvent, lang), cancellationToken);
        }
    }

    private static SecurityEventQuery ReadQuery(IQueryCollection query) =>
        new(
            Enum.TryParse<SecurityEventKind>(query["kind"], out var kind) && Enum.IsDefined(kind) ? kind : null,
            query["who"].ToString() is { Length: > 0 and <= 100 } who ? who : null,
            ReadDay(query["from"]),
            ReadDay(query["until"])?.AddDays(1),
            long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null
        );

    /// <summary>The beginning of a day in Hanoi.</summary>
    private static DateTimeOffset? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? HanoiTime.StartOf(day)
            : null;
}

/// <param name="NextCursor">The cursor of the next page; null on the last page.</param>
/// <param name="From">The first day, <c>yyyy-MM-dd</c>; empty for all.</param>
public sealed record SecurityLogModel(
    IReadOnlyList<SecurityEvent> Events,
    long? NextCursor,
    IReadOnlyList<Account> Accounts,
    SecurityEventKind? Kind,
    string AccountId,
    string From,
    string Until
);
