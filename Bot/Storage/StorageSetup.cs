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

/// <summary>Registers the database, the turn store and the outbox.</summary>
internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services
            .AddOptions<StorageOptions>()
            .BindConfiguration("Storage")
            .ValidateDataAnnotations()
            .Validate<IConfiguration>(
                (options, configuration) => options.AllowUnencryptedDatabase || PostgreSqlConnection.IsProtected(configuration),
                "ConnectionStrings:Assistant names a server on another machine whose certificate is not checked. Add "
                    + "SSL Mode=VerifyFull (or VerifyCA), or allow it with Storage:AllowUnencryptedDatabase."
            )
            .ValidateOnStart();
        services.AddMemoryCache();
        services.AddOptions<MemoryCacheOptions>().Configure<TimeProvider>((cache, time) => cache.Clock = new CacheClock(time));
        services.AddSingleton<DataFolder>();
        services.AddSingleton<SqlitePragmaInterceptor>();
        services.AddSingleton<SingleWriterLock>();
        services.AddSingleton<ConversationSignals>();
        services.AddSingleton<NotifyingInterceptor>();
        services.AddDbContextFactory<AssistantDb>(Configure);
        services.AddSingleton<DatabaseMigrator>();

        services.AddSingleton<WriteConnection>();
        services.AddSingleton<Checkpointer>();
        services.AddSingleton<BatchWriter>();
        services.AddSingleton<ReadConnectionPool>();
        services.AddSingleton<RecentConversationUsers>();
        services.AddSingleton<ActivityRecorder>();
        services.AddSingleton<ITurnStore, TurnStore>();
        services.AddSingleton<IDirectLineTranscript, DirectLineTranscript>();
        services.AddSingleton<Outbox.Outbox>();
        services.AddSingleton<UndeliveredActivities>();
        services.AddSingleton<DeliveryLog>();
        services.AddSingleton(provider => new ConversationReferenceCache(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IConversationReferences, ConversationReferences>();
        services.AddHostedService<DeliveryWorker>();
        return services;
    }

    private static void Configure(IServiceProvider services, DbContextOptionsBuilder builder)
    {
        // Migrations are written by hand; a test compares the migrated schema with the model.
        builder
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors(services.GetRequiredService<NotifyingInterceptor>());
        var configuration = services.GetRequiredService<IConfiguration>();
        var lockTimeout = services.GetRequiredService<IOptions<StorageOptions>>().Value.BusyTimeout;
        if (PostgreSqlConnection.IsConfigured(configuration))
        {
            builder
                .UseNpgsql(PostgreSqlConnection.BuildConnectionString(configuration, lockTimeout))
                .AddInterceptors(services.GetRequiredService<SingleWriterLock>());
            return;
        }

        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = services.GetRequiredService<DataFolder>().DatabaseFile,
            DefaultTimeout = (int)Math.Ceiling(lockTimeout.TotalSeconds),
        };
        builder.UseSqlite(connectionString.ToString()).AddInterceptors(services.GetRequiredService<SqlitePragmaInterceptor>());
    }
}
