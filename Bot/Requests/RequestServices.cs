using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Drafts;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Similarity;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests;

/// <summary>Support requests, from the form to the closing of the case.</summary>
internal static class RequestServices
{
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddOptions<PublicUrlOptions>().BindConfiguration("Teams");
        services.AddOptions<RequestOptions>().BindConfiguration("Requests").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IStaffDirectory, EmptyStaffDirectory>();
        return services
            .AddSingleton(RequestFields.Default)
            .AddSingleton(DeadlineDefinitions.Default)
            .AddSingleton<CaseNumberAllocator>()
            .AddSingleton<CaseStore>()
            .AddSingleton<CaseLists>()
            .AddSingleton<CaseSearchIndexer>()
            .AddHostedService(provider => provider.GetRequiredService<CaseSearchIndexer>())
            .AddSingleton<DeskSettingsStore>()
            .AddSingleton<AbsenceStore>()
            .AddSingleton<TeamAssigner>()
            .AddSingleton<DeadlineMonitor>()
            .AddSingleton<CaseNoteStore>()
            .AddSingleton<CaseDraftStore>()
            .AddSingleton<NeighbourFinder>()
            .AddSingleton<SimilarCaseFinder>()
            .AddSingleton<HistoryVerifier>()
            .AddHostedService<DeadlineWorker>()
            .AddSingleton<AskerNotices>()
            .AddSingleton<ICaseObserver, NoticeSender>()
            .AddSingleton<CaseTransaction>()
            .AddSingleton<DelayedNoticeSignal>()
            .AddSingleton<DelayedNoticeService>()
            .AddHostedService<DelayedNoticeWorker>()
            .AddSingleton<CaseCommandRunner>()
            .AddSingleton<AskerCaseService>()
            .AddSingleton<IEffectHandler, CaseEffectHandler>();
    }
}
