using PolicyAssistantBot.Studio.Delivery;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Studio.Transfer;

namespace PolicyAssistantBot.Studio;

/// <summary>The articles in the database.</summary>
internal static class StudioSetup
{
    public static IServiceCollection AddKnowledgeStore(this IServiceCollection services) =>
        services
            .AddSingleton<KnowledgeStore>()
            .AddSingleton<StudioTransaction>()
            .AddSingleton<DeliveryTaker>()
            .AddSingleton<KnowledgeTransfer>()
            .AddSingleton<StudioVerifier>();
}
