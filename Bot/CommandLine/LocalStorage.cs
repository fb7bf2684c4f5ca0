using System.CommandLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.CommandLine;

/// <summary>
/// Opens the service's database for one command while the service may be running; the service delivers what the command writes.
/// </summary>
internal static class LocalStorage
{
    /// <summary>The services over the database; null, with a message on the error output, when there is no database.</summary>
    /// <param name="dataFolder">Null for the folder in the service's settings.</param>
    public static async Task<IHost?> OpenHostAsync(string? dataFolder, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = Directory.GetCurrentDirectory() }
        );
        builder.Configuration.AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables();
        if (dataFolder is not null)
        {
            builder.Configuration["Storage:DataFolder"] = Path.GetFullPath(dataFolder);
        }

        if (!DatabaseMigrator.Exists(builder.Configuration, builder.Environment, out var databaseFile))
        {
            await Console.Error.WriteLineAsync($"{Path.GetDirectoryName(databaseFile)} contains no database of the service");
            return null;
        }

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage();
        builder.Services.AddFeedback();
        builder.Services.AddSingleton<IChannelSender, DeferredDelivery>();
        var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        return host;
    }

    /// <summary>Parts of the service over its database; null, with a message, when there is no database.</summary>
    /// <param name="dataFolder">Null for the folder in the service's settings.</param>
    public static WebApplication? BuildService(string? dataFolder, TextWriter errors, Action<IServiceCollection> addServices)
    {
        var builder = CreateBuilder(dataFolder);
        if (!DatabaseMigrator.Exists(builder.Configuration, builder.Environment, out var databaseFile))
        {
            errors.WriteLine($"There is no database {databaseFile}.");
            return null;
        }

        builder.Services.AddSingleton(TimeProvider.System).AddStorage();
        addServices(builder.Services);
        return builder.Build();
    }

    /// <summary>A builder with the service's settings, which logs nothing.</summary>
    public static WebApplicationBuilder CreateBuilder(string? dataFolder)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        if (dataFolder is not null)
        {
            builder.Configuration["Storage:DataFolder"] = Path.GetFullPath(dataFolder);
        }

        return builder;
    }

    public static Option<string?> CreateFolderOption() =>
        new("--data") { Description = "The data folder of the service; default: that of its settings." };

    public static async ValueTask CloseHostAsync(IHost host)
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            host.Dispose();
        }
    }

    /// <summary>Delivers nothing: activities stay pending until the running service delivers them.</summary>
    private sealed class DeferredDelivery : IChannelSender
    {
        public bool Serves(string channelId) => channelId != ChannelIds.Directline;

        public Task<DeliveryResult> DeliverAsync(Activity activity, CancellationToken cancellationToken) =>
            Task.FromResult<DeliveryResult>(new DeliveryResult.NotAccepted("left to the service"));
    }
}
