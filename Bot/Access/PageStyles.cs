using Microsoft.Net.Http.Headers;

namespace PolicyAssistantBot.Access;

/// <summary>The style sheets of the pages for people who sign in; the sign-in page needs them too, so they are for everybody.</summary>
internal static class PageStyles
{
    private static readonly string[] Sheets = ["desk.css", "cases.css", "insight.css"];

    public static void MapStyles(this IEndpointRouteBuilder routes)
    {
        foreach (var sheet in Sheets)
        {
            routes.MapGet($"/desk/{sheet}", (HttpContext context, IWebHostEnvironment environment) => Serve(context, environment, sheet)).AllowAnonymous();
        }
    }

    private static IResult Serve(HttpContext context, IWebHostEnvironment environment, string sheet)
    {
        var file = environment.WebRootFileProvider.GetFileInfo($"desk/{sheet}");
        if (!file.Exists || file.PhysicalPath is null)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var tag = new EntityTagHeaderValue($"\"{file.Length:x}-{file.LastModified.UtcTicks:x}\"");
        return Results.File(file.PhysicalPath, "text/css; charset=utf-8", lastModified: file.LastModified, entityTag: tag);
    }
}
