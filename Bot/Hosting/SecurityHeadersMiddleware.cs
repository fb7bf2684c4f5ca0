using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace PolicyAssistantBot.Hosting;

/// <summary>
/// Adds security headers to every response; a page that needs another policy sets its own. A fault removes all headers, so they are added
/// again before its answer is sent. Logs requests with a method that the address does not have.
/// </summary>
internal sealed partial class SecurityHeadersMiddleware(RequestDelegate next, ILogger<SecurityHeadersMiddleware> log)
{
    public const int UnknownMethodEvent = 1601;

    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const int MaxLoggedLength = 20;

    private static readonly (string Name, string Value)[] Headers =
    [
        (HeaderNames.XContentTypeOptions, "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        (HeaderNames.ContentSecurityPolicy, ContentSecurityPolicy),
        (HeaderNames.XFrameOptions, "DENY"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ];

    public async Task InvokeAsync(HttpContext context)
    {
        AddMissingHeaders(context);
        context.Response.OnStarting(static response => CompleteAsync((HttpResponse)response), context.Response);
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed || IsUnknownMethod(context.GetEndpoint()))
        {
            var (method, path) = (Shorten(context.Request.Method), Shorten(GetFirstSegment(context.Request.Path)));
            LogUnknownMethod(method, path);
        }
    }

    private static void AddMissingHeaders(HttpContext context)
    {
        var headers = context.Response.Headers;
        foreach (var (name, value) in Headers)
        {
            if (!headers.ContainsKey(name))
            {
                headers[name] = value;
            }
        }

        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
    }

    private static Task CompleteAsync(HttpResponse response)
    {
        if (response.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            AddMissingHeaders(response.HttpContext);
        }

        SendJsonAsFile(response);
        return Task.CompletedTask;
    }

    /// <summary>
    /// The framework's endpoint for such requests. To people who are not signed in it answers with 401, as every endpoint without a policy.
    /// </summary>
    private static bool IsUnknownMethod(Endpoint? endpoint) => endpoint?.DisplayName == "405 HTTP Method Not Supported";

    /// <summary>
    /// A browser that opens data as a page saves it instead of showing it. Programs do not see a difference. The state of the service holds
    /// nothing that anybody typed, and administrators read it in a browser.
    /// </summary>
    private static void SendJsonAsFile(HttpResponse response)
    {
        if (
            response.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true
            && response.Headers.ContentDisposition.Count == 0
            && !response.HttpContext.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        )
        {
            response.Headers.ContentDisposition = "attachment; filename=\"api.json\"";
        }
    }

    /// <summary>What follows may be the secret part of a link.</summary>
    private static string GetFirstSegment(PathString path) => "/" + (path.Value ?? "").TrimStart('/').Split('/')[0];

    private static string Shorten(string text) => text.Length > MaxLoggedLength ? text[..MaxLoggedLength] : text;

    [LoggerMessage(EventId = UnknownMethodEvent, Level = LogLevel.Information, Message = "The method {Method} is not used at {Path}")]
    private partial void LogUnknownMethod(string method, string path);
}
