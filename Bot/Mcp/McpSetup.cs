using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Limits;

namespace PolicyAssistantBot.Mcp;

/// <summary>Registers and maps <c>/mcp</c>: the same reviewed knowledge for other assistants (Model Context Protocol, streamable
/// HTTP without sessions, so that any replica can answer any call).</summary>
internal static class McpSetup
{
    public const string Path = "/mcp";

    private const string RateLimitPolicy = "mcp";

    /// <summary>In bytes; no legitimate call of these tools is longer.</summary>
    private const int MaxRequestBytes = 32 * 1024;

    public static IServiceCollection AddMcpEndpoint(this IServiceCollection services)
    {
        services.AddOptions<McpOptions>().BindConfiguration("Mcp").ValidateDataAnnotations().ValidateOnStart();
        services.Configure<RateLimiterOptions>(limiter =>
            limiter.AddPolicy(
                RateLimitPolicy,
                context =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        NetworkAddress.Of(context),
                        _ => new FixedWindowRateLimiterOptions
                        {
                            PermitLimit = context.RequestServices.GetRequiredService<IOptions<McpOptions>>().Value.CallsPerMinute,
                            Window = TimeSpan.FromMinutes(1),
                        }
                    )
            )
        );
        services.AddMcpServer(PolicyTools.ConfigureServer).WithHttpTransport(http => http.Stateless = true).WithTools<PolicyTools>();
        return services.AddSingleton<McpAuthenticationFilter>();
    }

    /// <summary>Maps nothing while the endpoint is disabled.</summary>
    public static void MapMcpEndpoint(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<McpOptions>>().Value.Enabled)
        {
            return;
        }

        // Calls have no account: the filter requires the key of the caller.
        var endpoint = routes.MapGroup(Path).AllowAnonymous().RequireRateLimiting(RateLimitPolicy).ExcludeFromDescription();
        endpoint.WithMetadata(new RequestSizeLimitAttribute(MaxRequestBytes));
        endpoint.AddEndpointFilter(routes.ServiceProvider.GetRequiredService<McpAuthenticationFilter>());
        endpoint.MapMcp();
    }
}
