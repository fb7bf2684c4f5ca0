using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Privacy.Retention;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Privacy;

/// <summary>Registers the erasure, the export and the retention of personal data.</summary>
internal static class PrivacyServices
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration("Retention").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<PrivacyOptionsReader>()
            .AddSingleton<PersonalDataEraser>()
            .AddSingleton<IEffectHandler>(provider => provider.GetRequiredService<PersonalDataEraser>())
            .AddSingleton<ErasurePlanner>()
            .AddSingleton<DatabaseCompactor>()
            .AddSingleton<ErasureWorker>()
            .AddSingleton<CaseRetention>()
            .AddSingleton<RetentionWorker>()
            .AddHostedService(provider => provider.GetRequiredService<RetentionWorker>())
            .AddHostedService(provider => provider.GetRequiredService<ErasureWorker>());
    }
}
