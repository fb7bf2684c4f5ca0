using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.BotFramework.Encryption;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Files;

/// <summary>Registers the files of cases. Needs storage, requests and channels.</summary>
internal static class FilesSetup
{
    public static IServiceCollection AddCaseFiles(this IServiceCollection services)
    {
        services.AddOptions<CaseFileOptions>().BindConfiguration("Files").ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService(provider => provider.GetRequiredService<FileScanWorker>());
        services.TryAddSingleton<EncryptedFiles>();
        return services
            .AddSingleton<FileStore>()
            .AddSingleton<CaseFileService>()
            .AddSingleton<InboundFileReceiver>()
            .AddSingleton<FileLinkService>()
            .AddSingleton<FileOfferComposer>()
            .AddSingleton<IFileScanner, ClamScanner>()
            .AddSingleton<FileScanWorker>()
            .AddSingleton<IOfferedFiles, OfferedCaseFiles>()
            .AddSingleton<ICaseObserver, ReplyFileBinder>()
            .AddSingleton<ICaseObserver, ReplyFileSender>()
            .AddSingleton<IEffectHandler, AddCaseFilesHandler>();
    }
}
