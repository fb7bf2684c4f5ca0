using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Mcp;

/// <summary>Admits calls that carry one of the configured keys and come from no foreign web page.</summary>
internal sealed class McpCallers(IOptions<McpOptions> options) : IEndpointFilter
{
    private const string Bearer = "Bearer ";

    private readonly byte[][] keys = [.. options.Value.Keys.Select(Hash)];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!IsAllowedOrigin(http.Request))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var authorization = http.Request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || !IsKnown(Hash(authorization[Bearer.Length..])))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        http.Response.Headers.CacheControl = "no-store";
        return await next(context);
    }

    private bool IsAllowedOrigin(HttpRequest request) =>
        request.Headers.Origin is not { Count: > 0 } origin
        || options.Value.AllowedOrigins.Contains(origin.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Compares with every key in full, so that the time taken reveals nothing.</summary>
    private bool IsKnown(byte[] offered) =>
        keys.Aggregate(false, (known, key) => CryptographicOperations.FixedTimeEquals(key, offered) | known);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key.Trim()));
}
