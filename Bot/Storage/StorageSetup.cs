using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Storage.PostgreSql;
using PolicyAssistantBot.Storage.References;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage;

/// <summary>Registers the database.</summary>
internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        services.AddMemoryCache();
        services.AddOptions<MemoryCacheOptions>().Configure<TimeProvider>((cache, time) => cache.Clock = new CacheClock(time));
        services.AddSingleton<DataFolder>();
        services.AddSingleton<ConnectionSettings>();
        services.AddSingleton<OneWriter>();
        services.AddSingleton<ConversationSignals>();
        services.AddSingleton<AnnouncingInterceptor>();
        services.AddDbContextFactory<AssistantDb>(Configure);
        services.AddSingleton<Database>();

        services.AddSingleton<WriteConnection>();
        services.AddSingleton<GroupWriter>();
        services.AddSingleton<ReadPool>();
        services.AddSingleton<ActivityRecorder>();
        services.AddSingleton<ITurnStore, TurnStore>();
        services.AddSingleton<IDirectLineTranscript, DirectLineTranscript>();
        services.AddSingleton<Outbox.Outbox>();
        services.AddSingleton<ParkedActivities>();
        services.AddSingleton<DeliveryLog>();
        services.AddSingleton<IConversationReferences, ConversationReferences>();
        services.AddHostedService<DeliveryWorker>();
        return services;
    }

    private static void Configure(IServiceProvider services, DbContextOptionsBuilder builder)
    {
        // Migrations are written by hand; a test compares the migrated schema with the model.
        builder
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors(services.GetRequiredService<AnnouncingInterceptor>());
        var configuration = services.GetRequiredService<IConfiguration>();
        var longestWait = services.GetRequiredService<IOptions<StorageOptions>>().Value.BusyTimeout;
        if (PostgreSqlConnection.IsNamed(configuration))
        {
            builder
                .UseNpgsql(PostgreSqlConnection.Read(configuration, longestWait))
                .AddInterceptors(services.GetRequiredService<OneWriter>());
            return;
        }

        var source = new SqliteConnectionStringBuilder
        {
            DataSource = services.GetRequiredService<DataFolder>().DatabaseFile,
            DefaultTimeout = (int)Math.Ceiling(longestWait.TotalSeconds),
        };
        builder.UseSqlite(source.ToString()).AddInterceptors(services.GetRequiredService<ConnectionSettings>());
    }
}
