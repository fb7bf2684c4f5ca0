using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.BotFramework;

public sealed class TurnRunnerTests
{
    private static readonly IStatePropertyAccessor<Counter> Count = new ConversationState().CreateProperty<Counter>("count");

    [Fact]
    public async Task A_turn_is_stored_in_one_commit()
    {
        CompletedTurn? committed = null;
        var harness = new TurnHarness(CountAndReplyAsync);
        harness.Store.BeforeCommit = turn => committed = turn;

        Assert.Equal("1", await harness.SayAsync("a"));
        Assert.Equal("2", await harness.SayAsync("b"));

        Assert.Single(committed!.Outgoing);
        Assert.Equal([new TestEffect(2)], committed.Effects);
        Assert.Equal(("test/conversations/c1", 1L), (committed.ChangedStates.Single().Key, committed.ChangedStates.Single().Version));
    }

    [Fact]
    public async Task Case65_After_a_conflict_the_turn_runs_again_on_the_new_state_without_duplicate_effects()
    {
        var harness = new TurnHarness(CountAndReplyAsync);
        var disturb = true;
        harness.Store.BeforeCommit = _ =>
        {
            if (disturb)
            {
                harness.Store.SaveState(
                    harness.Store.LoadState("test/conversations/c1") with
                    {
                        Data = JsonNode.Parse("""{"count":{"value":40}}""")!.AsObject(),
                    }
                );
            }

            disturb = false;
        };

        Assert.Equal("41", await harness.SayAsync("a"));
        Assert.Equal([new TestEffect(41)], harness.Store.Effects);
    }

    [Fact]
    public async Task A_repeated_conflict_returns_the_turn_to_the_queue()
    {
        var runs = 0;
        var harness = new TurnHarness(
            (context, token) => CountAndReplyAsync(context, token, ref runs),
            new TurnOptions { ConflictRetries = 3 }
        );
        harness.Store.BeforeCommit = _ => harness.Store.SaveState(harness.Store.LoadState("test/conversations/c1"));

        await Assert.ThrowsAsync<TurnConflictException>(() => harness.SayAsync("a"));
        Assert.Equal(4, runs);
        Assert.Single(await harness.Store.ListPendingAsync(10, default));
    }

    [Fact]
    public async Task An_exception_is_answered_with_a_reference_and_nothing_else_is_stored()
    {
        var harness = new TurnHarness(
            async (context, token) =>
            {
                await CountAndReplyAsync(context, token);
                throw new InvalidOperationException("broken");
            }
        );

        Assert.Matches("^sorry [0-9a-f]{8}$", await harness.SayAsync("a"));
        Assert.Empty(harness.Store.Effects);
        Assert.Equal(0, harness.Store.LoadState("test/conversations/c1").Version);
        Assert.Empty(await harness.Store.ListPendingAsync(10, default));
    }

    [Fact]
    public async Task A_turn_over_the_time_limit_counts_as_a_fault()
    {
        var harness = new TurnHarness((_, _) => new TaskCompletionSource().Task, new TurnOptions { TurnTimeout = TimeSpan.FromSeconds(5) });
        var turn = harness.SayAsync("a");
        while (!turn.IsCompleted)
        {
            harness.Time.Advance(TimeSpan.FromSeconds(6));
            await Task.Yield();
        }

        Assert.StartsWith("sorry", await turn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_store_leaves_the_activity_pending()
    {
        var harness = new TurnHarness(CountAndReplyAsync);
        harness.Store.BeforeCommit = _ => throw new IOException("disk full");

        await Assert.ThrowsAsync<IOException>(() => harness.SayAsync("a"));
        Assert.Single(await harness.Store.ListPendingAsync(10, default));
    }

    [Fact]
    public async Task Case69_A_completed_activity_is_not_stored_again()
    {
        var harness = new TurnHarness(CountAndReplyAsync);
        var activity = await harness.AcceptAsync(TurnHarness.Message("a"));

        Assert.False((await harness.Runner.RunAsync(activity, default)).WasAlreadyCompleted);
        Assert.True((await harness.Runner.RunAsync(activity, default)).WasAlreadyCompleted);
        Assert.Single(harness.Store.Outgoing);
        Assert.Equal([new TestEffect(1)], harness.Store.Effects);
    }

    [Fact]
    public async Task Typing_is_sent_at_once_and_may_fail()
    {
        var harness = new TurnHarness((context, token) => context.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, token));
        Assert.Equal("", await harness.SayAsync("a"));
        Assert.Equal("c1", Assert.Single(harness.Sender.Sent).Conversation?.Id);

        harness.Sender.ExceptionToThrow = new IOException("closed");
        Assert.Equal("", await harness.SayAsync("b"));
    }

    [Fact]
    public async Task An_unanswered_invoke_returns_not_implemented()
    {
        var harness = new TurnHarness((_, _) => Task.CompletedTask);
        var invoke = TurnHarness.Message(null);
        invoke.Type = ActivityTypes.Invoke;
        Assert.Equal(501, (await harness.Runner.RunAsync(await harness.AcceptAsync(invoke), default)).InvokeResponse?.Status);
    }

    private static async Task CountAndReplyAsync(ITurnContext context, CancellationToken token)
    {
        var counter = (await Count.GetAsync(context, () => new Counter(), token))!;
        counter.Value++;
        context.AddEffect(new TestEffect(counter.Value));
        await context.SendActivityAsync($"{counter.Value}", cancellationToken: token);
    }

    private static Task CountAndReplyAsync(ITurnContext context, CancellationToken token, ref int runs)
    {
        runs++;
        return CountAndReplyAsync(context, token);
    }

    private sealed record TestEffect(int Value) : IEffect;

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
