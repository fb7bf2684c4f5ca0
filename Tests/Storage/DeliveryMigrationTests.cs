using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Storage;

/// <summary>Messages that were undelivered or pending in a database without the columns of the delivery policy.</summary>
public sealed class DeliveryMigrationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task Undelivered_and_pending_deliveries_are_kept_and_only_unsent_ones_are_sent_automatically(DatabaseKind database)
    {
        await using (var old = await OpenDatabaseAsync(database))
        {
            await old.Database.MigrateAsync();
            await RevertMigrationAsync(old);
            await AddAsync(old, 1, "ended", progress: 2, attempts: 1, "the conversation has ended");
            await AddAsync(old, 2, "too many", progress: 2, attempts: 10, "too many attempts");
            await AddAsync(old, 3, "error", progress: 2, attempts: 1, "500 ServiceError");
            await AddAsync(old, 4, "waiting", progress: 0, attempts: 3, null);
            await AddAsync(old, 5, "new", progress: 0, attempts: 0, null);
        }

        var channel = new Channel();
        await using var storage = await StorageHost.OpenAsync(folder, database, services => services.AddSingleton<IChannelSender>(channel));
        var undelivered = storage.Get<UndeliveredActivities>();
        Assert.Equal(
            [("error", true), ("too many", true), ("ended", false)],
            (await undelivered.ListAsync(10, default)).Select(p => (SchemaJson.FromJson<Activity>(p.Json)!.Text!, p.MayHaveArrived))
        );

        var worker = storage.Get<IEnumerable<IHostedService>>().OfType<DeliveryWorker>().Single();
        await worker.DeliverDueAsync(default);
        Assert.Equal(["waiting", "ended", "new"], channel.Delivered);
        foreach (var activity in await undelivered.ListAsync(10, default))
        {
            Assert.True(await undelivered.RetryAsync(activity.Number, default));
        }

        await worker.DeliverDueAsync(default);
        Assert.Equal(["waiting", "ended", "new", "too many", "error"], channel.Delivered);
    }

    private async Task<AssistantDb> OpenDatabaseAsync(DatabaseKind database)
    {
        var options = new DbContextOptionsBuilder<AssistantDb>();
        return new AssistantDb(
            (
                database == DatabaseKind.PostgreSql
                    ? options.UseNpgsql(await PostgresServer.GetConnectionStringAsync(folder))
                    : options.UseSqlite($"Data Source={folder.File("assistant.db")};Pooling=False")
            )
                .ConfigureWarnings(w => w.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning))
                .Options
        );
    }

    /// <summary>Restores the schema as it was before the migration.</summary>
    private static async Task RevertMigrationAsync(AssistantDb db)
    {
        await db.Database.ExecuteSqlRawAsync(
            """
            ALTER TABLE "Activities" DROP COLUMN "AmbiguousAttempts";
            ALTER TABLE "Activities" DROP COLUMN "DeliverySince";
            ALTER TABLE "Activities" DROP COLUMN "ParkedAs";
            ALTER TABLE "Mails" DROP COLUMN "AmbiguousAttempts";
            """
        );
        await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '2026112901_Delivery'""");
    }

    private static Task AddAsync(AssistantDb db, int sequence, string text, int progress, int attempts, string? problem)
    {
        var json = SchemaJson.ToUtf8Json(
            new Activity
            {
                Type = ActivityTypes.Message,
                ChannelId = ChannelIds.Msteams,
                Text = text,
            }
        );
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Activities"
                ("ConversationKey", "Sequence", "Direction", "ActivityId", "Timestamp", "Shown", "Json", "Progress", "Attempts",
                "NextAttemptAt", "Problem")
            VALUES ('msteams/conversations/a', {sequence}, 1, {text}, 0, TRUE, {json}, {progress}, {attempts}, 0, {problem})
            """
        );
    }

    private sealed class Channel : IChannelSender
    {
        private readonly ConcurrentQueue<string> delivered = new();

        public IReadOnlyList<string> Delivered => [.. delivered];

        public bool Serves(string channelId) => true;

        public Task<DeliveryResult> DeliverAsync(Activity activity, CancellationToken cancellationToken)
        {
            delivered.Enqueue(activity.Text!);
            return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
        }
    }
}
