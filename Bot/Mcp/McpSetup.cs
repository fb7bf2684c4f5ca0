using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Mcp;

/// <summary>Registers and maps <c>/mcp</c>: the same reviewed knowledge for other assistants (Model Context Protocol, streamable
/// HTTP without sessions, so that any replica can answer any call).</summary>
internal static class McpSetup
{
    public const string Path = "/mcp";

    private const string Limit = "mcp";

    /// <summary>In bytes; no legitimate call of these tools is longer.</summary>
    private const int LargestCall = 32 * 1024;

    public static IServiceCollection AddMcpEndpoint(this IServiceCollection services)
    {
        services.AddOptions<McpOptions>().BindConfiguration("Mcp").ValidateDataAnnotations().ValidateOnStart();
        services.Configure<RateLimiterOptions>(limiter =>
            limiter.AddPolicy(
                Limit,
                context =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new FixedWindowRateLimiterOptions
                        {
                            PermitLimit = context.RequestServices.GetRequiredService<IOptions<McpOptions>>().Value.CallsPerMinute,
                            Window = TimeSpan.FromMinutes(1),
                        }
                    )
            )
        );
        services.AddMcpServer(PolicyTools.Describe).WithHttpTransport(http => http.Stateless = true).WithTools<PolicyTools>();
        return services.AddSingleton<McpCallers>();
    }

    /// <summary>Maps nothing while it is off.</summary>
    public static void MapMcpEndpoint(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<McpOptions>>().Value.Enabled)
        {
            return;
        }

        // There is no account behind a call: the filter asks for the caller's key.
        var endpoint = routes.MapGroup(Path).AllowAnonymous().RequireRateLimiting(Limit).ExcludeFromDescription();
        endpoint.WithMetadata(new RequestSizeLimitAttribute(LargestCall));
        endpoint.AddEndpointFilter(routes.ServiceProvider.GetRequiredService<McpCallers>());
        endpoint.MapMcp();
    }
}
