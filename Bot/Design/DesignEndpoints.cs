using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PolicyAssistantBot.Design.Gallery;

namespace PolicyAssistantBot.Design;

/// <summary><c>GET /design/{file}</c>: style sheets; in development also <c>GET /design</c>, the page of all components.</summary>
internal static class DesignEndpoints
{
    private const string GalleryPolicy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapDesign(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/design/{file}", (HttpContext http, string file) => Serve(http, file)).ExcludeFromDescription().AllowAnonymous();
        if (routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            routes.MapGet("/design", ShowGallery).ExcludeFromDescription().AllowAnonymous();
        }
    }

    private static Results<FileContentHttpResult, NotFound> Serve(HttpContext http, string file)
    {
        if (DesignAssets.Find(file) is not { } asset)
        {
            return TypedResults.NotFound();
        }

        var headers = http.Response.Headers;
        headers.CacheControl = asset.Path.EndsWith($"/{file}", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        var acceptsBrotli = http
            .Request.GetTypedHeaders()
            .AcceptEncoding.Any(coding => coding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);
        if (acceptsBrotli)
        {
            headers.ContentEncoding = "br";
        }

        return TypedResults.File(acceptsBrotli ? asset.Compressed : asset.Content, asset.ContentType);
    }

    private static RazorComponentResult<GalleryPage> ShowGallery(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = GalleryPolicy;
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<GalleryPage> { PreventStreamingRendering = true };
    }
}
