using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PolicyAssistantBot.Channels;

/// <summary>
/// The chat widget's files. Any page may load them; which pages may talk to the assistant is decided when they ask for a token. The
/// launcher and the style sheet for old browsers keep their names and are revalidated; everything else carries a hash in its name and never
/// changes.
/// </summary>
internal static partial class WidgetFiles
{
    private const string Launcher = "widget.js";
    private const string StyleSheet = "widget.css";
    private const string NotBuiltText = "The chat widget has not been built. Install Node.js 20 or later and build the server again.";

    public static IEndpointRouteBuilder MapWidgetFiles(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/widget/{file}", [HttpMethods.Get, HttpMethods.Head], Serve).AllowAnonymous();
        var environment = app.ServiceProvider.GetRequiredService<IWebHostEnvironment>();
        if (!environment.WebRootFileProvider.GetFileInfo($"widget/{Launcher}").Exists)
        {
            LogWidgetMissing(app.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WidgetFiles)));
        }

        return app;
    }

    private static Results<PhysicalFileHttpResult, NotFound, ContentHttpResult> Serve(HttpContext http, string file)
    {
        if (!NameRegex().IsMatch(file))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var cacheControl = file is Launcher or StyleSheet
            ? "public, max-age=300, stale-while-revalidate=86400"
            : "public, max-age=31536000, immutable";
        var contentType = file == StyleSheet ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
        var served = StaticAsset.Serve(http, $"widget/{file}", contentType, cacheControl).Result;
        if (served is PhysicalFileHttpResult found)
        {
            return found;
        }

        return file == Launcher
            ? TypedResults.Text(NotBuiltText, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.NotFound();
    }

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,60}\.(js|css)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex NameRegex();

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The chat widget has not been built, so pages show no chat. Install Node.js 20 or later and build again."
    )]
    private static partial void LogWidgetMissing(ILogger logger);
}
