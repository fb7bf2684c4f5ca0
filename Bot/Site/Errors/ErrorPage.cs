using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using PolicyAssistantBot.Design;
using PolicyAssistantBot.Design.Public;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Site.Errors;

/// <summary>
/// The answer to a request that failed or could not be read: a page in both languages for browsers, without details of the fault. It is
/// written by hand, because what failed may be whatever renders pages.
/// </summary>
internal static partial class ErrorPage
{
    public const int FailedEvent = 1602;

    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Must be added before everything that can fail. In development the details are shown instead.</summary>
    public static void UseErrorPage(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(
                new ExceptionHandlerOptions
                {
                    ExceptionHandler = ShowAsync,
                    StatusCodeSelector = GetStatusCode,
                    SuppressDiagnosticsCallback = _ => true, // ShowAsync logs the exception together with the reference.
                }
            );
        }
    }

    /// <summary>A body that the server could not read is the client's fault: damaged, too large or too slow.</summary>
    private static int GetStatusCode(Exception exception) =>
        exception is BadHttpRequestException unreadable ? unreadable.StatusCode : StatusCodes.Status500InternalServerError;

    private static Task ShowAsync(HttpContext http)
    {
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorPage).FullName!);
        var exception = http.Features.Get<IExceptionHandlerFeature>()!.Error;
        var isFault = http.Response.StatusCode >= StatusCodes.Status500InternalServerError;
        if (isFault)
        {
            LogFailed(log, exception, http.TraceIdentifier);
        }
        else
        {
            LogUnreadable(log, http.Response.StatusCode, exception.Message);
        }

        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return Task.CompletedTask;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        var page = Render(http.Request.Path, isFault ? http.TraceIdentifier : null, http.Request.PathBase);
        return http.Response.WriteAsync(page, Encoding.UTF8, http.RequestAborted);
    }

    /// <param name="reference">Leads to the fault in the log; null when what the client sent could not be read.</param>
    /// <param name="pathBase">The path below which a proxy serves the service.</param>
    internal static string Render(PathString path, string? reference, PathString pathBase = default)
    {
        var (title, text) = reference is null
            ? (ErrorTexts.UnreadableTitle, ErrorTexts.Unreadable)
            : (ErrorTexts.FaultTitle, ErrorTexts.Fault);
        var isDesk = path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase);
        Lang[] languages = path.StartsWithSegments("/en", StringComparison.OrdinalIgnoreCase) ? [Lang.En, Lang.Vi] : [Lang.Vi, Lang.En];
        var parts = languages.Select(
            (lang, i) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    <section lang="{lang.Code()}">
                    <h{i + 1}>{Encode(title[lang])}</h{i + 1}>
                    <p>{Encode(text[lang])}</p>
                    {(reference is null ? "" : $"<p>{Encode(ErrorTexts.Reference.With(lang, reference))}</p>")}
                    <p><a href="{pathBase}{(isDesk ? "/desk" : PublicPages.Home(lang))}">{Encode(
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
            <title>{Encode(title[languages[0]])}</title>
            <link rel="icon" href="{pathBase}/site/mark.svg" type="image/svg+xml">
            <link rel="stylesheet" href="{pathBase}{DesignAssets.PathOf("site.css")}">
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

    [LoggerMessage(EventId = FailedEvent, Level = LogLevel.Error, Message = "The request with the reference {Reference} failed")]
    private static partial void LogFailed(ILogger log, Exception exception, string reference);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A request could not be read and was answered with {Status}: {Reason}")]
    private static partial void LogUnreadable(ILogger log, int status, string reason);
}
