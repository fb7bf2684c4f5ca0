using PolicyAssistantBot.BotFramework.DirectLine;

namespace PolicyAssistantBot.Channels;

/// <summary>The doors through which people reach the assistant.</summary>
internal static class ChannelsSetup
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddDirectLine();
        WidgetToken.Add(services);
        return services;
    }

    public static void MapChannels(this IEndpointRouteBuilder routes)
    {
        routes.MapDirectLine();
        WidgetToken.Map(routes);
        routes.MapWidgetFiles();
        routes.MapLandingPage();
    }
}
