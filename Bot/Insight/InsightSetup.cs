using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Insight;

/// <summary>Figures about cases for supervisors. Needs the mail, for the weekly figures.</summary>
internal static class InsightSetup
{
    public static IServiceCollection AddInsight(this IServiceCollection services) =>
        services
            .AddHybridCache()
            .Services.AddSingleton<TopicFinder>()
            .AddSingleton<InsightReports>()
            .AddSingleton<ICaseObserver, FigureKeeper>()
            .AddSingleton<TopicKeeper>()
            .AddHostedService(provider => provider.GetRequiredService<TopicKeeper>())
            .AddHostedService<WeeklySheets>();
}
