using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Mcp;

/// <summary>Admits calls that have one of the configured keys and do not come from the page of another web site.</summary>
internal sealed class McpAuthenticationFilter(IOptions<McpOptions> options) : IEndpointFilter
{
    private const string BearerPrefix = "Bearer ";

    private readonly byte[][] keyHashes = [.. options.Value.Keys.Select(Hash)];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!IsAllowedOrigin(http.Request))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var authorization = http.Request.Headers.Authorization.ToString();
        if (
            !authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)
            || !IsKnownKey(Hash(authorization[BearerPrefix.Length..]))
        )
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
    private bool IsKnownKey(byte[] hash) =>
        keyHashes.Aggregate(false, (known, key) => CryptographicOperations.FixedTimeEquals(key, hash) | known);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key.Trim()));
}
