using PolicyAssistantBot.Studio.Delivery;
using PolicyAssistantBot.Studio.Editing;
using PolicyAssistantBot.Studio.Gate;
using PolicyAssistantBot.Studio.Holds;
using PolicyAssistantBot.Studio.Pages;
using PolicyAssistantBot.Studio.Schedule;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Studio.Transfer;
using PolicyAssistantBot.Studio.Unsaved;
using PolicyAssistantBot.Studio.Urgent;

namespace PolicyAssistantBot.Studio;

/// <summary>The articles in the database.</summary>
internal static class StudioSetup
{
    public static IServiceCollection AddKnowledgeStore(this IServiceCollection services) =>
        services
            .AddSingleton<KnowledgeStore>()
            .AddSingleton<StudioTransaction>()
            .AddSingleton<HoldStore>()
            .AddSingleton<DeliveryTaker>()
            .AddSingleton<KnowledgeTransfer>()
            .AddSingleton<StudioVerifier>();

    /// <summary>What the pages need; they show the articles of the database.</summary>
    public static IServiceCollection AddStudio(this IServiceCollection services) =>
        services
            .AddSingleton<DatabaseArticles>()
            .AddSingleton<LiveHolds>()
            .AddSingleton<GateRunner>()
            .AddSingleton<StudioService>()
            .AddSingleton<StudioPages>()
            .AddSingleton<HoldPages>()
            .AddSingleton<UnsavedWork>()
            .AddSingleton<EditorPresence>()
            .AddSingleton(HoldEndpoints.CreateBanner)
            .AddSingleton<StudioMail>()
            .AddSingleton<UrgentStore>()
            .AddSingleton<UrgentReminder>()
            .AddSingleton<ScheduledPublisher>();
}
