using Azure.Core;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Registers Teams and the other channels of Azure Bot Service. Needs an <see cref="IConversationReferences"/>, an
/// <see cref="ITurnStore"/> and Direct Line.
/// </summary>
public static class ConnectorSetup
{
    private static readonly TimeSpan KeyTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The invoke that waits for the upload must be answered within 15 seconds.</summary>
    private static readonly TimeSpan UploadTimeout = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddBotConnector(this IServiceCollection services)
    {
        services
            .AddOptions<BotIdentityOptions>()
            .BindConfiguration("Bot")
            .ValidateDataAnnotations()
            .ValidateOnStart()
            .Validate<IHostEnvironment>(
                (identity, environment) => !identity.AllowAnonymous || environment.IsDevelopment(),
                "Bot:AllowAnonymous lets anybody send messages as any user; it may be set in the Development environment only."
            );
        services.AddHttpClient(SigningKeys.HttpClientName).ConfigureHttpClient(client => client.Timeout = KeyTimeout);
        services
            .AddHttpClient(ConnectorClient.HttpClientName)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }
            );
        services
            .AddHttpClient(FileConsentHandler.HttpClientName)
            .ConfigureHttpClient(client => client.Timeout = UploadTimeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services
            .AddHttpClient(FileDownloads.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton(provider => new FileDownloads(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<IOptions<BotIdentityOptions>>(),
            provider.GetRequiredService<BotTokenProvider>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<IInvokeHandler, FileConsentHandler>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<InboundTokenValidator>();
        services.AddSingleton<Func<TokenCredential>>(provider =>
            () => BotTokenProvider.CreateCredential(provider.GetRequiredService<IOptions<BotIdentityOptions>>())
        );
        services.AddSingleton<BotTokenProvider>();
        services.AddSingleton<ThreadPacer>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<IChannelSender, ConnectorDelivery>();
        services.AddSingleton<IEphemeralSender, EphemeralSender>();
        return services;
    }
}
