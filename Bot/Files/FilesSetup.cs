using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Files;

/// <summary>Files that go with cases. Needs the storage, the requests and the channels.</summary>
internal static class FilesSetup
{
    public static IServiceCollection AddCaseFiles(this IServiceCollection services)
    {
        services.AddOptions<CaseFileOptions>().BindConfiguration("Files").ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService(provider => provider.GetRequiredService<FileKeeper>());
        return services
            .AddSingleton<FileStore>()
            .AddSingleton<CaseFiles>()
            .AddSingleton<InboundFiles>()
            .AddSingleton<FileLinks>()
            .AddSingleton<FileOffers>()
            .AddSingleton<IFileScanner, ClamScanner>()
            .AddSingleton<FileKeeper>()
            .AddSingleton<IOfferedFiles, OfferedCaseFiles>()
            .AddSingleton<ICaseObserver, RepliedFiles>()
            .AddSingleton<IEffectHandler, AddCaseFilesHandler>();
    }
}
