namespace PolicyAssistantBot.Hosting;

/// <summary>
/// Adds security headers to every response; a page that needs another policy sets its own. Logs requests with a method that the address
/// does not have.
/// </summary>
internal sealed partial class SecurityHeadersMiddleware(RequestDelegate next, ILogger<SecurityHeadersMiddleware> log)
{
    public const int UnknownMethodEvent = 1601;

    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const int MaxLoggedLength = 20;

    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XFrameOptions = "DENY";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        context.Response.OnStarting(static response => SendJsonAsFile((HttpResponse)response), context.Response);
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed || IsUnknownMethod(context.GetEndpoint()))
        {
            var (method, path) = (Shorten(context.Request.Method), Shorten(GetFirstSegment(context.Request.Path)));
            LogUnknownMethod(method, path);
        }
    }

    /// <summary>
    /// The framework's endpoint for such requests. To people who are not signed in it answers with 401, as every endpoint without a policy.
    /// </summary>
    private static bool IsUnknownMethod(Endpoint? endpoint) => endpoint?.DisplayName == "405 HTTP Method Not Supported";

    /// <summary>
    /// A browser that opens data as a page saves it instead of showing it. Programs do not see a difference. The state of the service holds
    /// nothing that anybody typed, and administrators read it in a browser.
    /// </summary>
    private static Task SendJsonAsFile(HttpResponse response)
    {
        if (
            response.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true
            && response.Headers.ContentDisposition.Count == 0
            && !response.HttpContext.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        )
        {
            response.Headers.ContentDisposition = "attachment; filename=\"api.json\"";
        }

        return Task.CompletedTask;
    }

    /// <summary>What follows may be the secret part of a link.</summary>
    private static string GetFirstSegment(PathString path) => "/" + (path.Value ?? "").TrimStart('/').Split('/')[0];

    private static string Shorten(string text) => text.Length > MaxLoggedLength ? text[..MaxLoggedLength] : text;

    [LoggerMessage(EventId = UnknownMethodEvent, Level = LogLevel.Information, Message = "The method {Method} is not used at {Path}")]
    private partial void LogUnknownMethod(string method, string path);
}
