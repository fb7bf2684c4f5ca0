using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Storage;

public sealed class OutboxTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task An_appended_activity_is_read_after_the_commit_and_wakes_waiting_readers(DatabaseKind database)
    {
        await using var storage = await StorageHost.OpenAsync(folder, database);
        var inbound = (await storage.Turns.AcceptAsync(StorageHost.Message("câu hỏi"), "k", default)).Activity;
        var transcript = storage.Get<IDirectLineTranscript>();
        var woken = 0;
        using var listening = transcript.Listen("c1", _ => woken++);

        await using var db = await storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await using (var rolledBack = await db.Database.BeginTransactionAsync())
        {
            await storage.Get<Outbox>().AppendAsync(db, inbound.GetConversationReference(), new Activity { Text = "không" }, default);
            await rolledBack.RollbackAsync();
        }

        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            var id = await storage
                .Get<Outbox>()
                .AppendAsync(db, inbound.GetConversationReference(), new Activity { Text = "trả lời" }, default);
            Assert.Equal("c1|0000002", id);
            Assert.Equal(0, woken);
            await transaction.CommitAsync();
        }

        Assert.Equal(1, woken);
        var page = transcript.Read("c1", 1, 10)!;
        var reply = SchemaJson.FromJson<Activity>(Assert.Single(page.Activities))!;
        Assert.Equal(("trả lời", "u1", "bot"), (reply.Text, reply.Recipient!.Id, reply.From!.Role));
    }

    [Fact]
    public async Task Without_a_transaction_nothing_is_appended()
    {
        await using var storage = await StorageHost.OpenAsync(folder);
        await using var db = await storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            storage.Get<Outbox>().AppendAsync(db, StorageHost.Message("x").GetConversationReference(), new Activity { Text = "x" }, default)
        );
    }

    [Theory, EveryDatabase]
    public async Task A_pushed_channel_gets_everything_in_order_and_a_failure_delays_only_its_own_conversation(DatabaseKind database)
    {
        var channel = new FlakyChannel { ResultOverride = a => a.Text == "a1" ? new DeliveryResult.NotAccepted("busy") : null };
        await using var storage = await OpenAsync(database, channel);
        await SendAsync(storage, "a", "a1", "a2");
        await SendAsync(storage, "b", "b1", "b2");
        var worker = storage.Get<IEnumerable<IHostedService>>().OfType<DeliveryWorker>().Single();

        await worker.DeliverDueAsync(default);
        Assert.Equal(["b1", "b2"], channel.Delivered);
        channel.ResultOverride = _ => null;
        await worker.DeliverDueAsync(default);
        Assert.Equal(["b1", "b2"], channel.Delivered);
        storage.Time.Advance(TimeSpan.FromSeconds(3));
        await worker.DeliverDueAsync(default);
        Assert.Equal(["b1", "b2", "a1", "a2"], channel.Delivered);
        storage.Time.Advance(TimeSpan.FromDays(1));
        await worker.DeliverDueAsync(default);
        Assert.Equal(4, channel.Delivered.Count);
    }

    [Theory, EveryDatabase]
    public async Task An_undeliverable_activity_is_given_up_and_does_not_block_the_next(DatabaseKind database)
    {
        var channel = new FlakyChannel
        {
            ResultOverride = a =>
                a.Text switch
                {
                    "a1" => new DeliveryResult.Refused("bad"),
                    "a2" => new DeliveryResult.Ambiguous("down"),
                    _ => null,
                },
        };
        await using var storage = await OpenAsync(database, channel);
        await SendAsync(storage, "a", "a1", "a2", "a3");
        var worker = storage.Get<IEnumerable<IHostedService>>().OfType<DeliveryWorker>().Single();
        for (var i = 0; i < 10; i++)
        {
            await worker.DeliverDueAsync(default);
            storage.Time.Advance(TimeSpan.FromHours(2));
        }

        Assert.Equal(["a3"], channel.Delivered);
        await using var db = await storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        Assert.Equal(2, await db.Set<ActivityRow>().CountAsync(a => a.Progress == Progress.Undelivered));
    }

    [Theory, EveryDatabase]
    public async Task A_post_interrupted_by_the_end_of_the_process_may_have_arrived(DatabaseKind database)
    {
        var channel = new FlakyChannel();
        await using var storage = await OpenAsync(database, channel);
        await SendAsync(storage, "a", "a1");
        await SendAsync(storage, "b", "b1");
        var worker = storage.Get<IEnumerable<IHostedService>>().OfType<DeliveryWorker>().Single();
        await ClaimAsync("a");
        await ClaimAsync("b");
        await worker.DeliverDueAsync(default);
        Assert.Empty(channel.Delivered); // Not before half a minute.

        storage.Time.Advance(TimeSpan.FromSeconds(31));
        await ClaimAsync("b");
        storage.Time.Advance(TimeSpan.FromSeconds(31));
        await worker.DeliverDueAsync(default);
        Assert.Equal(["a1"], channel.Delivered); // Of the other there may be two copies.
        Assert.True(Assert.Single(await storage.Get<UndeliveredActivities>().ListAsync(10, default)).MayHaveArrived);

        async Task ClaimAsync(string conversation)
        {
            await using var db = await storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
            var key = ActivityRecorder.ConversationKey(ChannelIds.Msteams, conversation);
            var row = await db.Set<ActivityRow>()
                .AsNoTracking()
                .SingleAsync(a => a.ConversationKey == key && a.Direction == Direction.Outbound);
            Assert.True(await storage.Get<DeliveryLog>().ClaimAsync(row, default));
        }
    }

    [Theory]
    [InlineData("directline/c1", "directline")]
    [InlineData("msteams/19:x/y", "msteams")]
    [InlineData("", "")]
    public void The_key_of_a_changed_conversation_contains_its_channel(string key, string channelId) =>
        Assert.Equal(channelId, new ConversationChangedEventArgs(key).ChannelId);

    private Task<StorageHost> OpenAsync(DatabaseKind database, FlakyChannel channel) =>
        StorageHost.OpenAsync(folder, database, services => services.AddSingleton<IChannelSender>(channel));

    private static async Task SendAsync(StorageHost storage, string conversation, params string[] texts)
    {
        var inbound = StorageHost.Message("?", conversation);
        inbound.ChannelId = ChannelIds.Msteams;
        var accepted = (await storage.Turns.AcceptAsync(inbound, "k", default)).Activity;
        await storage.Turns.CommitAsync(new CompletedTurn(accepted, [], [.. texts.Select(t => Reply(accepted, t))], [], null), default);
    }

    private static Activity Reply(Activity inbound, string text) =>
        MessageFactory.Text(text).ApplyConversationReference(inbound.GetConversationReference());

    private sealed class FlakyChannel : IChannelSender
    {
        private readonly ConcurrentQueue<string> delivered = new();

        public bool Serves(string channelId) => channelId == ChannelIds.Msteams;

        public IReadOnlyList<string> Delivered => [.. delivered];

        public Func<Activity, DeliveryResult?> ResultOverride { get; set; } = _ => null;

        public Task<DeliveryResult> DeliverAsync(Activity activity, CancellationToken cancellationToken)
        {
            if (ResultOverride(activity) is { } refusal)
            {
                return Task.FromResult(refusal);
            }

            delivered.Enqueue(activity.Text!);
            return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
        }
    }
}
