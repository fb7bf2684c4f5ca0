using System.Globalization;
using System.Net;
using System.Text;
using PolicyAssistantBot.Design;
using PolicyAssistantBot.Design.Public;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Site.Errors;

/// <summary>
/// The answer to a request that failed: a page in both languages for browsers, without details of the fault. It is written by hand, because
/// what failed may be whatever renders pages.
/// </summary>
internal static class ErrorPage
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Must be added before everything that can fail. In development the details are shown instead.</summary>
    public static void UseErrorPage(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ShowAsync });
        }
    }

    private static Task ShowAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return Task.CompletedTask;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Render(http.Request.Path, http.TraceIdentifier), Encoding.UTF8, http.RequestAborted);
    }

    internal static string Render(PathString path, string reference)
    {
        var isDesk = path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase);
        Lang[] languages = path.StartsWithSegments("/en", StringComparison.OrdinalIgnoreCase) ? [Lang.En, Lang.Vi] : [Lang.Vi, Lang.En];
        var parts = languages.Select(
            (lang, i) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    <section lang="{lang.Code()}">
                    <h{i + 1}>{Encode(ErrorTexts.FaultTitle[lang])}</h{i + 1}>
                    <p>{Encode(ErrorTexts.Fault[lang])}</p>
                    <p>{Encode(ErrorTexts.Reference.With(lang, reference))}</p>
                    <p><a href="{(isDesk ? "/desk" : PublicPages.Home(lang))}">{Encode(
                        (isDesk ? ErrorTexts.ToDesk : ErrorTexts.ToStart)[lang]
                    )}</a></p>
                    </section>
                    """
                )
        );
        return $"""
            <!DOCTYPE html>
            <html lang="{languages[0].Code()}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>{Encode(ErrorTexts.FaultTitle[languages[0]])}</title>
            <link rel="stylesheet" href="{DesignAssets.PathOf("site.css")}">
            </head>
            <body class="site">
            <main class="wrap guidance">
            {string.Join('\n', parts)}
            </main>
            </body>
            </html>
            """;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
