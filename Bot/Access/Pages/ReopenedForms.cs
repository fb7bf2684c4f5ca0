using Microsoft.AspNetCore.Routing.Template;

namespace PolicyAssistantBot.Access.Pages;

/// <summary>
/// A form that was refused is shown at the address it was sent to, where nothing answers GET. Who reloads that address, follows it from the
/// history or switches the language there gets the page above it.
/// </summary>
internal static class ReopenedForms
{
    public static void UseReopenedForms(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (!HttpMethods.IsGet(context.Request.Method) || !IsPage(context.Request.Path) || FindPage(context) is not { } page)
                {
                    return next(context);
                }

                context.Response.Redirect(new PathString(page).ToUriComponent());
                return Task.CompletedTask;
            }
        );

    private static bool IsPage(PathString path) => path.StartsWithSegments(AccessPaths.Home, StringComparison.Ordinal);

    /// <summary>The nearest page above an address that only accepts forms; null for any other address.</summary>
    private static string? FindPage(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint || context.GetEndpoint() is null)
        {
            return null;
        }

        var routes = context
            .RequestServices.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
            .ToList();
        for (var path = context.Request.Path.Value!; path.LastIndexOf('/') is > 0 and var slash; )
        {
            path = path[..slash];
            if (routes.Exists(route => Matches(route, path)))
            {
                return path;
            }
        }

        return null;
    }

    private static bool Matches(RouteEndpoint endpoint, string path) =>
        new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, []);
}
