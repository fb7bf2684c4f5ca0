using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.BotFramework;

public sealed class TurnQueueTests
{
    private readonly ConcurrentQueue<string> order = [];

    [Fact]
    public async Task Turns_of_one_conversation_run_in_order_and_conversations_run_in_parallel()
    {
        var running = new ConcurrentDictionary<string, bool>();
        var isBeside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var harness = new TurnHarness(
            async (context, token) =>
            {
                var conversation = context.Activity.Conversation!.Id!;
                Assert.True(running.TryAdd(conversation, true));
                if (running.Count > 1)
                {
                    isBeside.TrySetResult();
                }

                // The first turn ends only after another conversation's has begun.
                await isBeside.Task.WaitAsync(Wait.Limit, token);
                order.Enqueue($"{conversation}:{context.Activity.Text}");
                running.TryRemove(conversation, out _);
            }
        );
        await using var queue = await StartAsync(harness);

        for (var i = 0; i < 20; i++)
        {
            foreach (var conversation in new[] { "a", "b", "c" })
            {
                queue.Queue.Enqueue(await harness.AcceptAsync(TurnHarness.Message($"{i}", conversation)));
            }
        }

        await Wait.UntilAsync(() => order.Count == 60);
        foreach (var conversation in new[] { "a", "b", "c" })
        {
            Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{conversation}:{i}"), order.Where(o => o[0] == conversation[0]));
        }
    }

    [Fact]
    public async Task Case69_Turns_left_by_an_earlier_process_are_resumed_at_start()
    {
        var harness = new TurnHarness(EchoAsync);
        await harness.AcceptAsync(TurnHarness.Message("1"));
        await harness.AcceptAsync(TurnHarness.Message("2"));

        await using var queue = await StartAsync(harness);

        await Wait.UntilAsync(() => harness.Store.Outgoing.Count == 2);
        Assert.Equal(["1", "2"], harness.Store.Outgoing.Select(a => a.Text));
    }

    [Fact]
    public async Task A_failing_store_is_retried_and_the_order_is_kept()
    {
        var failures = 3;
        var harness = new TurnHarness(EchoAsync);
        harness.Store.BeforeCommit = _ =>
        {
            if (failures-- > 0)
            {
                throw new IOException("locked");
            }
        };
        await using var queue = await StartAsync(harness);
        queue.Queue.Enqueue(await harness.AcceptAsync(TurnHarness.Message("1")));
        queue.Queue.Enqueue(await harness.AcceptAsync(TurnHarness.Message("2")));

        await Wait.UntilAsync(() => harness.Store.Outgoing.Count == 2, () => harness.Time.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(["1", "2"], harness.Store.Outgoing.Select(a => a.Text));
    }

    [Fact]
    public async Task A_turn_that_can_never_be_stored_ends_with_an_apology_and_unblocks_the_conversation()
    {
        var harness = new TurnHarness(EchoAsync, new TurnOptions { GiveUpAfter = 3 });
        harness.Store.BeforeCommit = turn =>
        {
            if (turn.Outgoing.Any(a => a.Text == "poison"))
            {
                throw new InvalidOperationException("cannot be stored");
            }
        };
        await using var queue = await StartAsync(harness);
        queue.Queue.Enqueue(await harness.AcceptAsync(TurnHarness.Message("poison")));
        queue.Queue.Enqueue(await harness.AcceptAsync(TurnHarness.Message("next")));

        await Wait.UntilAsync(() => harness.Store.Outgoing.Count == 2, () => harness.Time.Advance(TimeSpan.FromSeconds(1)));
        Assert.StartsWith("sorry", harness.Store.Outgoing[0].Text, StringComparison.Ordinal);
        Assert.Equal("next", harness.Store.Outgoing[1].Text);
    }

    [Fact]
    public async Task Two_waiters_for_one_activity_get_the_same_result()
    {
        var release = new TaskCompletionSource();
        var harness = new TurnHarness(
            async (context, token) =>
            {
                await release.Task.WaitAsync(token);
                context.InvokeResponse = new InvokeResponse(200, null);
                order.Enqueue("run");
            }
        );
        var invoke = TurnHarness.Message(null);
        invoke.Type = ActivityTypes.Invoke;
        var accepted = await harness.AcceptAsync(invoke);
        await using var queue = await StartAsync(harness);

        var (first, second) = (queue.Queue.RunAsync(accepted, default), queue.Queue.RunAsync(accepted, default));
        release.SetResult();

        Assert.Equal(200, (await first).InvokeResponse?.Status);
        Assert.Equal(200, (await second).InvokeResponse?.Status);
        Assert.Single(order);
    }

    [Fact]
    public async Task Stopping_lets_the_running_turn_finish()
    {
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var harness = new TurnHarness(
            async (context, token) =>
            {
                started.SetResult();
                await release.Task.WaitAsync(token);
                await EchoAsync(context, token);
            }
        );
        await using var queue = await StartAsync(harness);
        queue.Queue.Enqueue(await harness.AcceptAsync(TurnHarness.Message("1")));
        await started.Task;

        var stop = queue.Queue.StopAsync(CancellationToken.None);
        release.SetResult();
        await stop;

        Assert.Equal("1", Assert.Single(harness.Store.Outgoing).Text);
    }

    [Fact]
    public async Task A_full_queue_still_accepts_the_first_message_of_others()
    {
        var harness = new TurnHarness((_, _) => Task.CompletedTask);
        harness.Options.Value.MaxQueued = 2;
        using var queue = new TurnQueue(harness.Runner, harness.Store, harness.Options, harness.Time, NullLogger<TurnQueue>.Instance);
        foreach (var conversation in new[] { "flood", "flood", "a", "b" })
        {
            Assert.True(queue.HasRoomFor(ChannelIds.Test, conversation));
            queue.Enqueue(await harness.AcceptAsync(TurnHarness.Message("x", conversation)));
            Assert.False(conversation == "a" && queue.HasRoomFor(ChannelIds.Test, "flood"));
        }

        Assert.False(queue.HasRoomFor(ChannelIds.Test, "c"));
    }

    private static Task EchoAsync(ITurnContext context, CancellationToken token) =>
        context.SendActivityAsync(context.Activity.Text!, cancellationToken: token);

    private static async Task<RunningQueue> StartAsync(TurnHarness harness)
    {
        var queue = new TurnQueue(harness.Runner, harness.Store, harness.Options, harness.Time, NullLogger<TurnQueue>.Instance);
        await queue.StartAsync(CancellationToken.None);
        return new RunningQueue(queue);
    }

    private sealed record RunningQueue(TurnQueue Queue) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Queue.StopAsync(CancellationToken.None);
            Queue.Dispose();
        }
    }
}
