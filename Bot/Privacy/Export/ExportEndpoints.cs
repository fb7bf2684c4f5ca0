using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Privacy.Page;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Privacy.Export;

/// <summary><c>GET /my-data/{ticket}</c>, the readable page, and <c>GET /my-data/{ticket}/json</c>, the file.</summary>
internal static class ExportEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{ExportTickets.Path}/{{ticket}}", ShowAsync).AllowAnonymous();
        routes.MapGet($"{ExportTickets.Path}/{{ticket}}/json", DownloadAsync).AllowAnonymous();
        DeskExportEndpoint.Map(routes);
    }

    public static byte[] Serialize(PersonalDataExport export) => JsonSerializer.SerializeToUtf8Bytes(export, Json);

    private static async Task<IResult> ShowAsync(
        string ticket,
        string? lang,
        HttpContext http,
        ExportTickets tickets,
        PersonalDataExporter exporter,
        IOptions<RequestOptions> unit,
        CancellationToken cancellationToken
    )
    {
        Protect(http);
        if (tickets.Read(ticket) is not { } content)
        {
            return TypedResults.NotFound();
        }

        var export = await exporter.ReadAsync(content.ChannelId, content.UserId, cancellationToken);
        var language = LangCodes.Parse(lang) ?? Lang.Vi;
        var html = ExportPage.Render(export, language, $"{ExportTickets.Path}/{ticket}/json");
        return DataPageModel.Show(language, ExportTexts.Title, unit.Value, html);
    }

    private static async Task<IResult> DownloadAsync(
        string ticket,
        HttpContext http,
        ExportTickets tickets,
        PersonalDataExporter exporter,
        CancellationToken cancellationToken
    )
    {
        Protect(http);
        return tickets.Read(ticket) is { } content
            ? TypedResults.File(
                Serialize(await exporter.ReadAsync(content.ChannelId, content.UserId, cancellationToken)),
                "application/json",
                "my-data.json"
            )
            : TypedResults.NotFound();
    }

    private static void Protect(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = PrivacyEndpoints.ContentSecurityPolicy;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
    }
}
