using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyAssistantBot.BotFramework.Encryption;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>
/// Registers and maps Direct Line 3.0. Needs an <see cref="IDirectLineTranscript"/>, an <see cref="ITurnStore"/>, Data Protection and CORS.
/// </summary>
public static class DirectLineSetup
{
    /// <summary>The CORS policy of all endpoints that pages of other sites call.</summary>
    public const string CorsPolicy = "DirectLine";

    public static IServiceCollection AddDirectLine(this IServiceCollection services)
    {
        services.AddOptions<DirectLineOptions>().BindConfiguration("DirectLine").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<StreamTickets>();
        services.TryAddSingleton<EncryptedFiles>();
        services.AddSingleton<UploadedFiles>();
        services.AddSingleton<DirectLineAuthenticator>();
        services.AddSingleton<DirectLineInbox>();
        services.AddSingleton<LiveStreams>();
        services.AddSingleton<IEphemeralSender>(provider => provider.GetRequiredService<LiveStreams>());
        services.AddCors();
        services
            .AddOptions<CorsOptions>()
            .Configure<Microsoft.Extensions.Options.IOptions<DirectLineOptions>>(
                (cors, direct) =>
                    cors.AddPolicy(
                        CorsPolicy,
                        policy =>
                            policy
                                .SetIsOriginAllowed(origin =>
                                    direct.Value.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
                                )
                                .WithMethods("GET", "POST", "OPTIONS")
                                .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
                                .WithExposedHeaders("Retry-After")
                                .SetPreflightMaxAge(TimeSpan.FromHours(2))
                    )
            );
        return services;
    }

    public static IEndpointConventionBuilder MapDirectLine(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(DirectLinePath.Root).RequireCors(CorsPolicy).AllowAnonymous();
        TokenEndpoints.Map(group);
        ConversationEndpoints.Map(group);
        ActivityEndpoints.Map(group);
        UploadEndpoints.Map(group);
        StreamEndpoint.Map(group);
        return group;
    }
}
