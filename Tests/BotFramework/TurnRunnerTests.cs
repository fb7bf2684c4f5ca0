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
    public async Task What_a_turn_decides_is_stored_in_one_commit()
    {
        CompletedTurn? committed = null;
        var rig = new TurnRig(CountAndTellAsync);
        rig.Store.BeforeCommit = turn => committed = turn;

        Assert.Equal("1", await rig.SayAsync("a"));
        Assert.Equal("2", await rig.SayAsync("b"));

        Assert.Single(committed!.Outgoing);
        Assert.Equal([new Told(2)], committed.Effects);
        Assert.Equal(("test/conversations/c1", 1L), (committed.ChangedStates.Single().Key, committed.ChangedStates.Single().Version));
    }

    [Fact]
    public async Task Case65_A_conflict_runs_the_turn_again_on_the_new_state_without_double_effects()
    {
        var rig = new TurnRig(CountAndTellAsync);
        var disturb = true;
        rig.Store.BeforeCommit = _ =>
        {
            if (disturb)
            {
                rig.Store.Put(
                    rig.Store.Load("test/conversations/c1") with
                    {
                        Data = JsonNode.Parse("""{"count":{"value":40}}""")!.AsObject(),
                    }
                );
            }

            disturb = false;
        };

        Assert.Equal("41", await rig.SayAsync("a"));
        Assert.Equal([new Told(41)], rig.Store.Effects);
    }

    [Fact]
    public async Task A_conflict_that_never_ends_is_given_back_to_the_queue()
    {
        var runs = 0;
        var rig = new TurnRig((context, token) => CountAndTellAsync(context, token, ref runs), new TurnOptions { ConflictRetries = 3 });
        rig.Store.BeforeCommit = _ => rig.Store.Put(rig.Store.Load("test/conversations/c1"));

        await Assert.ThrowsAsync<TurnConflictException>(() => rig.SayAsync("a"));
        Assert.Equal(4, runs);
        Assert.Single(await rig.Store.ListPendingAsync(10, default));
    }

    [Fact]
    public async Task A_fault_is_answered_with_a_reference_and_stores_nothing_else()
    {
        var rig = new TurnRig(
            async (context, token) =>
            {
                await CountAndTellAsync(context, token);
                throw new InvalidOperationException("broken");
            }
        );

        Assert.Matches("^sorry [0-9a-f]{8}$", await rig.SayAsync("a"));
        Assert.Empty(rig.Store.Effects);
        Assert.Equal(0, rig.Store.Load("test/conversations/c1").Version);
        Assert.Empty(await rig.Store.ListPendingAsync(10, default));
    }

    [Fact]
    public async Task A_bot_that_hangs_is_a_fault_after_the_time_limit()
    {
        var rig = new TurnRig((_, _) => new TaskCompletionSource().Task, new TurnOptions { TurnTimeout = TimeSpan.FromSeconds(5) });
        var turn = rig.SayAsync("a");
        while (!turn.IsCompleted)
        {
            rig.Time.Advance(TimeSpan.FromSeconds(6));
            await Task.Yield();
        }

        Assert.StartsWith("sorry", await turn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_store_leaves_the_activity_pending()
    {
        var rig = new TurnRig(CountAndTellAsync);
        rig.Store.BeforeCommit = _ => throw new IOException("disk full");

        await Assert.ThrowsAsync<IOException>(() => rig.SayAsync("a"));
        Assert.Single(await rig.Store.ListPendingAsync(10, default));
    }

    [Fact]
    public async Task Case69_A_completed_activity_is_not_run_into_the_store_again()
    {
        var rig = new TurnRig(CountAndTellAsync);
        var activity = await rig.AcceptAsync(TurnRig.Message("a"));

        Assert.False((await rig.Runner.RunAsync(activity, default)).WasAlreadyCompleted);
        Assert.True((await rig.Runner.RunAsync(activity, default)).WasAlreadyCompleted);
        Assert.Single(rig.Store.Outgoing);
        Assert.Equal([new Told(1)], rig.Store.Effects);
    }

    [Fact]
    public async Task Typing_goes_out_at_once_and_may_fail()
    {
        var rig = new TurnRig((context, token) => context.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, token));
        Assert.Equal("", await rig.SayAsync("a"));
        Assert.Equal("c1", Assert.Single(rig.Sender.Sent).Conversation?.Id);

        rig.Sender.Fault = new IOException("closed");
        Assert.Equal("", await rig.SayAsync("b"));
    }

    [Fact]
    public async Task An_invoke_that_nobody_answers_is_not_implemented()
    {
        var rig = new TurnRig((_, _) => Task.CompletedTask);
        var invoke = TurnRig.Message(null);
        invoke.Type = ActivityTypes.Invoke;
        Assert.Equal(501, (await rig.Runner.RunAsync(await rig.AcceptAsync(invoke), default)).InvokeResponse?.Status);
    }

    private static async Task CountAndTellAsync(ITurnContext context, CancellationToken token)
    {
        var counter = (await Count.GetAsync(context, () => new Counter(), token))!;
        counter.Value++;
        context.AddEffect(new Told(counter.Value));
        await context.SendActivityAsync($"{counter.Value}", cancellationToken: token);
    }

    private static Task CountAndTellAsync(ITurnContext context, CancellationToken token, ref int runs)
    {
        runs++;
        return CountAndTellAsync(context, token);
    }

    private sealed record Told(int Value) : IEffect;

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
