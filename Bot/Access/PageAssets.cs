using Microsoft.Net.Http.Headers;

namespace PolicyAssistantBot.Access;

/// <summary>Serves the scripts of the desk's pages. They are registered with sign-in and are public, because
/// the sign-in page needs one.</summary>
internal static class PageAssets
{
    private static readonly (string Name, string Type)[] Files =
    [
        ("desk.js", "text/javascript; charset=utf-8"),
        ("case.js", "text/javascript; charset=utf-8"),
        ("suggest.js", "text/javascript; charset=utf-8"),
        ("studio.js", "text/javascript; charset=utf-8"),
    ];

    public static void MapPageAssets(this IEndpointRouteBuilder routes)
    {
        foreach (var (name, type) in Files)
        {
            routes
                .MapGet(
                    $"/desk/{name}",
                    (HttpContext context, IWebHostEnvironment environment) => ServeAsset(context, environment, name, type)
                )
                .AllowAnonymous();
        }
    }

    private static IResult ServeAsset(HttpContext context, IWebHostEnvironment environment, string name, string type)
    {
        var file = environment.WebRootFileProvider.GetFileInfo($"desk/{name}");
        if (!file.Exists || file.PhysicalPath is null)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var tag = new EntityTagHeaderValue($"\"{file.Length:x}-{file.LastModified.UtcTicks:x}\"");
        return Results.File(file.PhysicalPath, type, lastModified: file.LastModified, entityTag: tag);
    }
}
