using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Privacy.Export;
using PolicyAssistantBot.Privacy.Retention;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Privacy.Page;

/// <summary><c>GET /privacy</c> and <c>GET /en/privacy</c>, and the links to one's own data.</summary>
internal static class PrivacyEndpoints
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapPrivacy(this IEndpointRouteBuilder routes)
    {
        ExportEndpoints.Map(routes);
        routes.MapRetention();
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            routes
                .MapMethods(
                    PrivacyPage.PathFor(lang),
                    methods,
                    async (
                        HttpContext http,
                        IOptions<RequestOptions> unit,
                        IOptions<PrivacyOptions> options,
                        RetentionPeriods retention,
                        CancellationToken cancellationToken
                    ) => Show(http, lang, unit.Value, options.Value, await retention.GetAsync(cancellationToken))
                )
                .AllowAnonymous();
        }
    }

    private static RazorComponentResult<DataPage> Show(
        HttpContext http,
        Lang lang,
        RequestOptions unit,
        PrivacyOptions options,
        RetentionOptions retention
    )
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.CacheControl = "no-cache";
        headers.ContentLanguage = lang.Code();
        var html =
            lang == Lang.En
                ? PrivacyPage.Render(lang, unit.UnitEn, options.ContactEn, retention)
                : PrivacyPage.Render(lang, unit.UnitVi, options.ContactVi, retention);
        var other = lang == Lang.En ? Lang.Vi : Lang.En;
        return DataPageModel.Show(lang, PrivacyPageTexts.Title, unit, html, PrivacyPage.PathFor(other));
    }
}
