using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Mcp;

/// <summary>Registers and maps <c>/mcp</c>: the same checked knowledge for other assistants (Model Context Protocol, streamable
/// HTTP).</summary>
internal static class McpSetup
{
    public const string Path = "/mcp";

    private const string Limit = "mcp";

    public static IServiceCollection AddMcp(this IServiceCollection services)
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
        return services.AddSingleton<PolicyTools>().AddSingleton<McpEndpoint>();
    }

    /// <summary>Maps nothing while it is off.</summary>
    public static void MapMcp(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<McpOptions>>().Value.Enabled)
        {
            return;
        }

        // The caller's key is asked for by the endpoint itself: there is no account behind it.
        routes
            .MapPost(Path, (HttpContext context, McpEndpoint endpoint) => endpoint.AnswerAsync(context))
            .AllowAnonymous()
            .RequireRateLimiting(Limit)
            .ExcludeFromDescription();
    }
}
