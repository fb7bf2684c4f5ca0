using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Insight;

/// <summary>Figures about cases for supervisors.</summary>
internal static class InsightSetup
{
    public static IServiceCollection AddInsight(this IServiceCollection services) => services
        .AddSingleton<TopicFinder>()
        .AddSingleton<InsightReports>()
        .AddSingleton<ICaseObserver, FigureKeeper>();
}
