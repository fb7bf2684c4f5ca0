using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyAssistantBot.Requests.Clocks;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests;

/// <summary>Support requests, from the form to the close.</summary>
internal static class RequestServices
{
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddOptions<PublicLinks>().BindConfiguration("Teams");
        services.AddOptions<RequestOptions>().BindConfiguration("Requests").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IStaff, NoStaff>();
        return services
            .AddSingleton(RequestFields.Default)
            .AddSingleton(ClockDefinitions.Default)
            .AddSingleton<CaseNumberAllocator>()
            .AddSingleton<RequestStore>()
            .AddSingleton<RequestLists>()
            .AddSingleton<DeskSettings>()
            .AddSingleton<Absences>()
            .AddSingleton<TeamAssignment>()
            .AddSingleton<CaseClockKeeper>()
            .AddSingleton<CaseNotes>()
            .AddSingleton<SimilarCases>()
            .AddSingleton<ChainVerifier>()
            .AddHostedService<DeadlineWorker>()
            .AddSingleton<AskerNotices>()
            .AddSingleton<ICaseObserver, NoticeSender>()
            .AddSingleton<CaseTransaction>()
            .AddSingleton<RequestChanges>()
            .AddSingleton<AskerCases>()
            .AddSingleton<IEffectHandler, RequestEffectHandler>();
    }
}
