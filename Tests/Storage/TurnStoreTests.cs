using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Storage;

public sealed class TurnStoreTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task An_accepted_activity_gets_an_id_and_an_increasing_timestamp_and_stays_pending_after_a_restart(DatabaseKind store)
    {
        await using (var storage = await StorageHost.OpenAsync(folder, store))
        {
            var first = await storage.Turns.AcceptAsync(StorageHost.Message("một"), "k1", default);
            var second = await storage.Turns.AcceptAsync(StorageHost.Message("hai"), "k2", default);
            Assert.Equal("c1|0000001", first.Activity.Id);
            Assert.Equal("c1|0000002", second.Activity.Id);
            Assert.True(second.Activity.Timestamp > first.Activity.Timestamp);
        }

        await using var again = await StorageHost.OpenAsync(folder, store);
        var pending = await again.Turns.ListPendingAsync(10, default);
        Assert.Equal(["một", "hai"], pending.Select(a => a.Text));
    }

    [Theory, EveryDatabase]
    public async Task A_duplicate_returns_the_first_activity_and_is_not_stored(DatabaseKind store)
    {
        await using var storage = await StorageHost.OpenAsync(folder, store);
        var first = await storage.Turns.AcceptAsync(StorageHost.Message("một"), "k1", default);
        await storage.Turns.CommitAsync(
            new CompletedTurn(first.Activity, [], [], [], new InvokeResponse(200, JsonNode.Parse("{\"a\":1}"))),
            default
        );
        var again = await storage.Turns.AcceptAsync(StorageHost.Message("một"), "k1", default);
        var elsewhere = await storage.Turns.AcceptAsync(StorageHost.Message("một", "c2"), "k1", default);
        Assert.True(again.IsDuplicate);
        Assert.Equal(first.Activity.Id, again.Activity.Id);
        Assert.Equal("{\"a\":1}", again.InvokeResponse!.Body!.ToJsonString());
        Assert.False(elsewhere.IsDuplicate);
        Assert.Single(await storage.Turns.ListPendingAsync(10, default));
    }

    [Theory, EveryDatabase]
    public async Task Case65_Of_two_turns_on_the_same_state_only_one_is_stored(DatabaseKind store)
    {
        await using var storage = await StorageHost.OpenAsync(folder, store);
        var a = (await storage.Turns.AcceptAsync(StorageHost.Message("a"), "a", default)).Activity;
        var b = (await storage.Turns.AcceptAsync(StorageHost.Message("b"), "b", default)).Activity;
        var states = await storage.Turns.LoadStatesAsync(a, default);
        var results = await Task.WhenAll(Commit(a, "1"), Commit(b, "2"));
        Assert.Equal([CommitResult.Committed, CommitResult.Conflict], results.Order());

        var after = await storage.Turns.LoadStatesAsync(a, default);
        Assert.Equal(1, after.Conversation.Version);
        Assert.Single(await storage.Turns.ListPendingAsync(10, default));

        Task<CommitResult> Commit(PolicyAssistantBot.BotFramework.Schema.Activity inbound, string value) =>
            storage.Turns.CommitAsync(
                new CompletedTurn(
                    inbound,
                    [
                        new StateDocument("directline/other/u1", new JsonObject { ["v"] = value }, 0),
                        states.Conversation with
                        {
                            Data = new JsonObject { ["v"] = value },
                        },
                    ],
                    [StorageHost.Message("reply")],
                    [],
                    null
                ),
                default
            );
    }

    [Theory, EveryDatabase]
    public async Task A_turn_completes_once(DatabaseKind store)
    {
        await using var storage = await StorageHost.OpenAsync(folder, store);
        var inbound = (await storage.Turns.AcceptAsync(StorageHost.Message("a"), "a", default)).Activity;
        var turn = new CompletedTurn(inbound, [], [StorageHost.Message("reply")], [], null);
        Assert.Equal(CommitResult.Committed, await storage.Turns.CommitAsync(turn, default));
        Assert.Equal(CommitResult.AlreadyCompleted, await storage.Turns.CommitAsync(turn, default));
    }
}
