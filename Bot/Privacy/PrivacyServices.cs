using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Privacy.Export;
using PolicyAssistantBot.Privacy.Page;
using PolicyAssistantBot.Privacy.Retention;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Privacy;

/// <summary>Registers the erasure, the export and the retention of personal data.</summary>
internal static class PrivacyServices
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration("Retention").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PrivacyOptions>().BindConfiguration("Privacy").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<PrivacyOptionsReader>()
            .AddSingleton<PersonalDataEraser>()
            .AddSingleton<IEffectHandler>(provider => provider.GetRequiredService<PersonalDataEraser>())
            .AddSingleton<ErasurePlanner>()
            .AddSingleton<PersonalDataExporter>()
            .AddSingleton<ExportTickets>()
            .AddSingleton<ICaseObserver, CaseErasureObserver>()
            .AddSingleton<DatabaseCompactor>()
            .AddSingleton<ErasureList>()
            .AddSingleton<ErasureRepeater>()
            .AddSingleton<ErasureWorker>()
            .AddSingleton<RetentionPeriods>()
            .AddSingleton<CaseRetention>()
            .AddSingleton<RetentionWorker>()
            .AddHostedService(provider => provider.GetRequiredService<RetentionWorker>())
            .AddHostedService(provider => provider.GetRequiredService<ErasureWorker>());
    }
}
