using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PolicyAssistantBot.Channels;

/// <summary>The public pages that introduce the assistant and open it, in Vietnamese and English, with their style and script.</summary>
internal static partial class LandingPage
{
    private const string Revalidate = "no-cache";

    public static IEndpointRouteBuilder MapLandingPage(this IEndpointRouteBuilder app)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/", methods, (HttpContext http) => Page(http, "index.html")).AllowAnonymous();
        app.MapMethods("/en", methods, (HttpContext http) => Page(http, "en/index.html")).AllowAnonymous();
        app.MapMethods("/site/{file}", methods, Asset).AllowAnonymous();
        return app;
    }

    private static Results<PhysicalFileHttpResult, NotFound> Page(HttpContext http, string path)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(http.Request.Host);
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        return StaticAsset.Serve(http, path, "text/html; charset=utf-8", Revalidate);
    }

    private static Results<PhysicalFileHttpResult, NotFound> Asset(HttpContext http, string file) =>
        Path.GetExtension(file) switch
        {
            ".css" => StaticAsset.Serve(http, $"site/{file}", "text/css; charset=utf-8", Revalidate),
            ".js" => StaticAsset.Serve(http, $"site/{file}", "text/javascript; charset=utf-8", Revalidate),
            ".svg" => StaticAsset.Serve(http, $"site/{file}", "image/svg+xml", Revalidate),
            _ => TypedResults.NotFound(),
        };

    /// <summary>
    /// Only resources of this host and nothing inline. Older browsers do not treat web sockets as 'self', so they are listed.
    /// </summary>
    internal static string Policy(HostString host)
    {
        var sockets = HostName().IsMatch(host.Value ?? "") ? $" ws://{host.Value} wss://{host.Value}" : "";
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + $"connect-src 'self'{sockets}; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    [GeneratedRegex(@"\A[A-Za-z0-9.-]+(:[0-9]{1,5})?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex HostName();
}
