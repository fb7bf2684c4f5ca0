using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests;

/// <summary>Support requests, from the form to the close.</summary>
internal static class RequestServices
{
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddOptions<RequestOptions>().BindConfiguration("Requests").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<CaseNumberAllocator>()
            .AddSingleton<RequestStore>()
            .AddSingleton<RequestLists>()
            .AddSingleton<AskerNotices>()
            .AddSingleton<RequestChanges>()
            .AddSingleton<IEffectHandler, RequestEffectHandler>();
    }
}
