using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace PolicyAssistantBot.Mcp;

/// <summary>One call: let in by its key, answered, forgotten. No session is kept, so that any replica can answer any call.</summary>
internal sealed class McpEndpoint(PolicyTools tools, IOptions<McpOptions> options, ILoggerFactory loggers)
{
    /// <summary>No call of these tools is longer, in bytes.</summary>
    private const int LargestCall = 32 * 1024;

    private const string Bearer = "Bearer ";

    private readonly byte[][] keys = [.. options.Value.Keys.Select(Hash)];

    public async Task AnswerAsync(HttpContext context)
    {
        if (Refusal(context.Request) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        if (await ReadAsync(context) is not { } message)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        if (!await RunAsync(context, message))
        {
            context.Response.Headers.ContentType = default;
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private async Task<bool> RunAsync(HttpContext context, JsonRpcMessage message)
    {
        await using var transport = new StreamableHttpServerTransport(loggers) { Stateless = true };
        await using var server = McpServer.Create(transport, tools.Options(), loggers, context.RequestServices);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var running = server.RunAsync(done.Token);
        try
        {
            return await transport.HandlePostRequestAsync(message, context.Response.Body, context.RequestAborted);
        }
        finally
        {
            await transport.DisposeAsync();
            await done.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Denied unless everything is as it must be.</summary>
    private int? Refusal(HttpRequest request)
    {
        if (
            request.Headers.Origin is { Count: > 0 } origin
            && !options.Value.AllowedOrigins.Contains(origin.ToString(), StringComparer.OrdinalIgnoreCase)
        )
        {
            return StatusCodes.Status403Forbidden;
        }

        var authorization = request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || !IsKnown(Hash(authorization[Bearer.Length..])))
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return StatusCodes.Status401Unauthorized;
        }

        return request.HasJsonContentType() ? null : StatusCodes.Status415UnsupportedMediaType;
    }

    /// <summary>Looks at every key whole, so that the time tells nothing.</summary>
    private bool IsKnown(byte[] offered) =>
        keys.Aggregate(false, (known, key) => CryptographicOperations.FixedTimeEquals(key, offered) | known);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key.Trim()));

    private static async Task<JsonRpcMessage?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestCall;
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<JsonRpcMessage>(
                context.Request.Body,
                McpJsonUtilities.DefaultOptions,
                context.RequestAborted
            );
        }
        catch (Exception problem) when (problem is JsonException or BadHttpRequestException or NotSupportedException)
        {
            return null;
        }
    }
}
