using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Encryption;
using PolicyAssistantBot.Hosting.Keys;
using PolicyAssistantBot.Limits;
using PolicyAssistantBot.Site;
using PolicyAssistantBot.Site.Errors;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Switches;

namespace PolicyAssistantBot.Hosting;

/// <summary>
/// What every feature needs: address, clock, keys, limits, logs, headers, health checks, an orderly start and shutdown.
/// </summary>
internal static class HostSetup
{
    /// <summary>The default address; its port is the one that Bot Framework tools expect.</summary>
    private const string DefaultUrl = "http://localhost:3978";

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 56 * 1024 * 1024;
        });
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole(console => console.UseUtcTimestamp = true);
        }

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.Services.AddOptions<HostingOptions>().BindConfiguration("Hosting").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<ProcessLock>();
        builder.Services.AddHostedService<DatabaseMigrationService>();
        builder.Services.AddDataProtectionKeys();
        builder.Services.AddHostedService<StoredKeysProtection>();
        builder.Services.AddForwarding();
        builder.Services.AddHealth();
        builder.Services.AddLimits();
        builder.Services.AddSite();
        builder.Services.AddTeamsTokenCheck();
        builder.Services.TryAddSingleton<EndedChats>();
        builder
            .Services.AddOptions<DirectLineOptions>()
            .PostConfigure<DataFolder, EndedChats>(
                (directLine, dataFolder, endedChats) =>
                {
                    directLine.FileFolder = dataFolder.GetSubfolder("uploads");
                    directLine.IsEnded = endedChats.IsEnded;
                }
            );
        return builder;
    }

    /// <summary>Must be added before every other middleware.</summary>
    public static WebApplication UseHosting(this WebApplication app)
    {
        app.WarnIfAnyHostIsAllowed();
        app.UseForwarding();
        app.UseErrorPage();
        app.UseMiddleware<PathBaseMiddleware>();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseRouting();
        app.UseCors();
        app.UseLimits();
        app.UseWebSockets();
        app.UseNotFoundPage();
        return app;
    }

    /// <summary>
    /// Keys are stored with the data: tokens remain valid after a restart. Without a key file that encrypts them they need the same
    /// protection as the database.
    /// </summary>
    private static void AddDataProtectionKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("PolicyAssistantBot");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<DataFolder, IOptions<EncryptionOptions>, ILoggerFactory>(
                (keys, data, encryption, logs) =>
                {
                    keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(data.GetSubfolder("keys")), logs);
                    keys.XmlEncryptor = encryption.Value.ReadKeys() is [var key, ..] ? new KeyFileXmlEncryptor(key) : null;
                }
            );
        services.AddOptions<EncryptionOptions>().BindConfiguration("Encryption").ValidateDataAnnotations().ValidateOnStart();
        services
            .AddOptions<FileEncryptionOptions>()
            .Configure<IOptions<EncryptionOptions>>(
                (files, encryption) => files.Enabled = encryption.Value is { KeyFile: not null, Files: true }
            );
    }
}
