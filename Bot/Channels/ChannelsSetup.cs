using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.DirectLine;

namespace PolicyAssistantBot.Channels;

/// <summary>Registers the endpoints through which people reach the assistant.</summary>
internal static class ChannelsSetup
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddDirectLine();
        services.AddBotConnector();
        services.AddSingleton<BotInbox>();
        services.AddSingleton<MessagesEndpoint>();
        WidgetTokenEndpoint.AddServices(services);
        return services;
    }

    public static void MapChannels(this IEndpointRouteBuilder routes)
    {
        routes.MapDirectLine();
        MessagesEndpoint.Map(routes);
        WidgetTokenEndpoint.Map(routes);
        FormCheckEndpoint.Map(routes);
        routes.MapWidgetFiles();
        routes.MapSiteFiles();
        routes.MapReadinessPage();
    }
}
