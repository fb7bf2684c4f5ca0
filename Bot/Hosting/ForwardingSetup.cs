using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Hosting;

/// <summary>
/// Which reverse proxies are trusted to tell the address of their clients; section <c>Forwarding</c>. A proxy on this machine always is.
/// </summary>
public sealed record ForwardingOptions : IValidatableObject
{
    public IReadOnlyList<string> KnownProxies { get; init; } = [];

    /// <summary>Networks of proxies whose addresses change, such as containers: <c>10.0.0.0/8</c>.</summary>
    public IReadOnlyList<string> KnownNetworks { get; init; } = [];

    /// <summary>
    /// The paths below which proxies serve the service, such as <c>/tro-ly</c>. Empty: none. A proxy that passes the header of its clients
    /// on would let them choose the path in links.
    /// </summary>
    public IReadOnlyList<string> AllowedPrefixes { get; init; } = [];

    /// <summary>How many proxies a request passes.</summary>
    [Range(1, 10)]
    public int Hops { get; init; } = 1;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [
            .. KnownProxies
                .Where(proxy => !IPAddress.TryParse(proxy, out _))
                .Select(proxy => new ValidationResult($"Forwarding:KnownProxies: “{proxy}” is not an address.")),
            .. KnownNetworks
                .Where(network => !System.Net.IPNetwork.TryParse(network, out _))
                .Select(network => new ValidationResult($"Forwarding:KnownNetworks: “{network}” is not a network such as 10.0.0.0/8.")),
            .. AllowedPrefixes
                .Where(prefix => !PathBaseMiddleware.IsPlainPath(prefix))
                .Select(prefix => new ValidationResult($"Forwarding:AllowedPrefixes: “{prefix}” is not a path such as /tro-ly.")),
        ];
}

/// <summary>Applies forwarded headers of trusted proxies, and warns when any host name is accepted.</summary>
internal static partial class ForwardingSetup
{
    private const string AllowedHostsKey = "AllowedHosts";

    public static void AddForwarding(this IServiceCollection services)
    {
        services.AddOptions<ForwardingOptions>().BindConfiguration("Forwarding").ValidateDataAnnotations().ValidateOnStart();
        services
            .AddOptions<ForwardedHeadersOptions>()
            .Configure<IOptions<ForwardingOptions>, IConfiguration>(
                (forwarded, options, configuration) =>
                {
                    forwarded.ForwardedHeaders =
                        ForwardedHeaders.XForwardedFor
                        | ForwardedHeaders.XForwardedProto
                        | ForwardedHeaders.XForwardedHost
                        | ForwardedHeaders.XForwardedPrefix;
                    forwarded.ForwardLimit = options.Value.Hops;
                    forwarded.AllowedHosts = [.. GetAllowedHosts(configuration)];
                    foreach (var proxy in options.Value.KnownProxies)
                    {
                        forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
                    }

                    foreach (var network in options.Value.KnownNetworks)
                    {
                        forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
                    }
                }
            );
    }

    /// <summary>Must be added before everything that reads the address of the request or of its sender.</summary>
    public static void UseForwarding(this WebApplication app)
    {
        app.UseForwardedHeaders();
        var allowed = app.Services.GetRequiredService<IOptions<ForwardingOptions>>().Value.AllowedPrefixes;
        app.Use(
            (context, next) =>
            {
                var prefix = (context.Request.PathBase.Value ?? "").TrimEnd('/');
                var isAllowed = PathBaseMiddleware.IsPlainPath(prefix) && allowed.Contains(prefix, StringComparer.Ordinal);
                context.Request.PathBase = isAllowed ? new PathString(prefix) : PathString.Empty;
                return next(context);
            }
        );
    }

    public static void WarnIfAnyHostIsAllowed(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() && !GetAllowedHosts(app.Configuration).Any())
        {
            LogAnyHost(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ForwardingSetup)));
        }
    }

    /// <summary>Empty when any host is allowed.</summary>
    internal static IEnumerable<string> GetAllowedHosts(IConfiguration configuration) =>
        (configuration[AllowedHostsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            is var hosts
        && hosts.Contains("*")
            ? []
            : hosts;

    [LoggerMessage(
        LogLevel.Warning,
        "AllowedHosts is “*”: any sender chooses the host name in links and redirects. Set AllowedHosts to the name of this service."
    )]
    private static partial void LogAnyHost(ILogger logger);
}
