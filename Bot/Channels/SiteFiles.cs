using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PolicyAssistantBot.Channels;

/// <summary>The script and the mark of the public pages, and what those pages may load.</summary>
internal static partial class SiteFiles
{
    private const string CacheControl = "no-cache";

    public static IEndpointRouteBuilder MapSiteFiles(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/site/{file}", [HttpMethods.Get, HttpMethods.Head], ServeAsset).AllowAnonymous();
        return app;
    }

    private static Results<PhysicalFileHttpResult, NotFound> ServeAsset(HttpContext http, string file) =>
        Path.GetExtension(file) switch
        {
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
