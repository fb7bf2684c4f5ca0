using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PolicyAssistantBot.Channels;

/// <summary>The public pages that introduce the assistant and open it, in Vietnamese and English, with their style and script.</summary>
internal static partial class LandingPage
{
    private const string CacheControl = "no-cache";

    public static IEndpointRouteBuilder MapLandingPage(this IEndpointRouteBuilder app)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/", methods, (HttpContext http) => ServePage(http, "index.html")).AllowAnonymous();
        app.MapMethods("/en", methods, (HttpContext http) => ServePage(http, "en/index.html")).AllowAnonymous();
        app.MapMethods("/site/{file}", methods, ServeAsset).AllowAnonymous();
        return app;
    }

    private static Results<PhysicalFileHttpResult, NotFound> ServePage(HttpContext http, string path)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = CreateContentSecurityPolicy(http.Request.Host);
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        return StaticAsset.Serve(http, path, "text/html; charset=utf-8", CacheControl);
    }

    private static Results<PhysicalFileHttpResult, NotFound> ServeAsset(HttpContext http, string file) =>
        Path.GetExtension(file) switch
        {
            ".css" => StaticAsset.Serve(http, $"site/{file}", "text/css; charset=utf-8", CacheControl),
            ".js" => StaticAsset.Serve(http, $"site/{file}", "text/javascript; charset=utf-8", CacheControl),
            ".svg" => StaticAsset.Serve(http, $"site/{file}", "image/svg+xml", CacheControl),
            _ => TypedResults.NotFound(),
        };

    /// <summary>
    /// Only resources of this host and nothing inline. Older browsers do not treat web sockets as 'self', so they are listed.
    /// </summary>
    internal static string CreateContentSecurityPolicy(HostString host)
    {
        var webSocketSources = HostNameRegex().IsMatch(host.Value ?? "") ? $" ws://{host.Value} wss://{host.Value}" : "";
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + $"connect-src 'self'{webSocketSources}; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    [GeneratedRegex(@"\A[A-Za-z0-9.-]+(:[0-9]{1,5})?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex HostNameRegex();
}
