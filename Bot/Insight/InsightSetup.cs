using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Insight;

/// <summary>Statistics about cases for supervisors. Needs mail for the weekly figures.</summary>
internal static class InsightSetup
{
    public static IServiceCollection AddInsight(this IServiceCollection services) =>
        services
            .AddHybridCache()
            .Services.AddSingleton<TopicFinder>()
            .AddSingleton<InsightReportService>()
            .AddSingleton<ICaseObserver, CaseMeasurementUpdater>()
            .AddSingleton<TopicUpdater>()
            .AddHostedService(provider => provider.GetRequiredService<TopicUpdater>())
            .AddHostedService<WeeklyMailWorker>();
}
