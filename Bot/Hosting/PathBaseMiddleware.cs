using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace PolicyAssistantBot.Hosting;

/// <summary>
/// Code and pages name addresses from the root of the service. Where a proxy serves it below a path, this puts that path before the
/// addresses in redirects and in pages. Addresses in JSON, feeds and mails carry it already; so does the address that the renderer gives a
/// form without one, therefore every form names its own.
/// </summary>
internal sealed partial class PathBaseMiddleware(RequestDelegate next)
{
    /// <summary>The header in which the proxy names the path.</summary>
    public const string Header = "X-Forwarded-Prefix";

    /// <summary>Whether the text is a path of plain segments, such as <c>/tro-ly</c>: it is written into pages and headers.</summary>
    public static bool IsPlainPath(string path) => path.Length <= 100 && PlainPathRegex().IsMatch(path);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.PathBase.HasValue)
        {
            await next(context);
            return;
        }

        context.Response.OnStarting(static response => CompleteHeadersAsync((HttpResponse)response), context.Response);
        var body = context.Response.Body;
        using var page = new PathBaseStream(context.Response, body);
        context.Response.Body = page;
        try
        {
            await next(context);

            // What was written to the body's pipe and not flushed is not in the page yet.
            if (context.Response.BodyWriter is { CanGetUnflushedBytes: true, UnflushedBytes: > 0 } writer)
            {
                await writer.FlushAsync(context.RequestAborted);
            }

            await page.CompleteAsync(context.RequestAborted);
        }
        finally
        {
            context.Response.Body = body;
        }
    }

    /// <summary>The page with the path before each of its addresses. Texts cannot contain a match: their quotes are encoded.</summary>
    internal static byte[] AddToAddresses(ReadOnlySpan<byte> page, string pathBase) =>
        Encoding.UTF8.GetBytes(AddressRegex().Replace(Encoding.UTF8.GetString(page), found => found.Value[..^1] + pathBase + "/"));

    private static Task CompleteHeadersAsync(HttpResponse response)
    {
        var pathBase = response.HttpContext.Request.PathBase.Value;
        if (response.Headers.Location is [['/', not ('/' or '\\'), ..] or "/"])
        {
            response.Headers.Location = pathBase + response.Headers.Location;
        }

        // No shared cache may give the page to those who came another way.
        response.Headers.Append(HeaderNames.Vary, Header);
        return Task.CompletedTask;
    }

    [GeneratedRegex(@"\A(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PlainPathRegex();

    [GeneratedRegex("""\s(href|src|action|formaction|data-(?:news|live|draft|files))="/(?![/\\])""", RegexOptions.ExplicitCapture)]
    private static partial Regex AddressRegex();
}
