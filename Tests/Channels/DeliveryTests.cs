using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

/// <summary>Delivery through the outbox to the channel: in order, to the current address of the conversation.</summary>
public sealed class DeliveryTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private TeamsHost host = null!;

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync(folder, OnTurnAsync);

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Case53_And_Case54_A_hanging_conversation_does_not_delay_others_and_is_retried_later()
    {
        var (slow, quick) = (new TeamsChat("a:slow"), new TeamsChat("a:quick"));
        host.Connector.ShouldHang = call => call.Path.Contains("slow", StringComparison.Ordinal);
        await SayAsync(slow, "một");
        await Wait.UntilAsync(() => host.Connector.Calls.Count == 1);
        await SayAsync(quick, "hai");
        await Wait.UntilAsync(() => host.Connector.Messages.Any(m => m.Text == "hai"));

        host.Connector.ShouldHang = _ => false;
        await host.AdvanceUntilAsync(() => host.Connector.Messages.Count(m => m.Text == "một") == 2);
    }

    [Fact]
    public async Task Case57_A_sent_activity_is_updated_and_deleted_by_our_id()
    {
        var chat = new TeamsChat();
        await SayAsync(chat, "keep");
        await host.MessagesAsync(1);
        await SayAsync(chat, "replace");
        await Wait.UntilAsync(() => host.Connector.Calls.Count == 2);
        host.Connector.ResponseOverride = _ => FakeConnector.Error(501);
        await SayAsync(chat, "remove");
        await Wait.UntilAsync(() => host.Connector.Calls.Count == 3);

        Assert.EndsWith("/activities/given-1", host.Connector.Calls[1].Path, StringComparison.Ordinal);
        Assert.Equal(
            ("PUT", "message", "new"),
            (host.Connector.Calls[1].Method, host.Connector.Calls[1].Body!["type"]!.ToString(), host.Connector.Calls[1].Text)
        );
        Assert.EndsWith("/activities/given-1", host.Connector.Calls[2].Path, StringComparison.Ordinal);
        Assert.Equal("DELETE", host.Connector.Calls[2].Method);
        await host.DeliverAsync();
        Assert.Equal(0, await host.Get<UndeliveredActivities>().CountAsync(default)); // 501 is tolerated.
    }

    [Fact]
    public async Task Case59_A_long_message_is_split_between_paragraphs()
    {
        await SayAsync(new TeamsChat(), "long");
        var parts = await host.MessagesAsync(5);
        Assert.All(parts, part => Assert.InRange(part.Body!.ToJsonString(SchemaJson.Options).Length, 1, MessageSplitter.MaxCharacters));
        Assert.Equal(LongText, string.Join("\n\n", parts.Select(p => p.Text)));
    }

    [Fact]
    public async Task Case60_Nothing_is_sent_to_a_blocked_conversation_until_the_user_returns()
    {
        var chat = new TeamsChat();
        host.Connector.ResponseOverride = _ => FakeConnector.Error(403, "ConversationBlockedByUser");
        await SayAsync(chat, "một");
        await Wait.UntilAsync(() => CountUndelivered() == 1);
        Assert.False((await FindConversationAsync(chat))!.IsActive);
        Assert.Equal(
            "403 ConversationBlockedByUser",
            Assert.Single(await host.Get<UndeliveredActivities>().ListAsync(10, default)).Problem
        );

        host.Connector.ResponseOverride = _ => null;
        host.Connector.Clear();
        await SayAsync(chat, "hai");
        Assert.Equal(["một", "hai"], (await host.MessagesAsync(2)).Select(m => m.Text));
        Assert.True((await FindConversationAsync(chat))!.IsActive);
    }

    [Fact]
    public async Task Case60_After_the_bot_was_removed_nothing_is_sent()
    {
        var chat = new TeamsChat();
        await SayAsync(chat, "một");
        await host.MessagesAsync(1);
        using var response = await host.PostAsync(chat.Installation("remove"));
        Assert.False((await FindConversationAsync(chat))!.IsActive);

        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await host.Get<Outbox>().AppendAsync(db, chat.Message("x").GetConversationReference(), new Activity { Text = "sau" }, default);
        await transaction.CommitAsync();
        await Wait.UntilAsync(() => CountUndelivered() == 1);
        Assert.Equal("một", Assert.Single(host.Connector.Messages).Text);
    }

    [Fact]
    public async Task A_typing_indicator_that_the_service_never_accepts_delays_no_turn()
    {
        var asked = new TaskCompletionSource();
        host.Connector.ShouldHang = call =>
        {
            var isTyping = call.Body?["type"]?.ToString() == "typing";
            if (isTyping)
            {
                asked.TrySetResult();
            }

            return isTyping;
        };
        await SayAsync(new TeamsChat(), "type");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60));
        host.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("type", Assert.Single(await host.MessagesAsync(1)).Text);
    }

    [Fact]
    public async Task Case61_The_newest_service_address_is_used()
    {
        var chat = new TeamsChat();
        var old = chat.Message("wait");
        await PostAsync(old);
        var claims = host.Authority.Claims();
        claims["serviceurl"] = "https://smba.trafficmanager.net/emea/";
        var moved = chat.Of(new Activity { Type = ActivityTypes.MessageReaction, ServiceUrl = "https://smba.trafficmanager.net/emea/" });
        using var response = await host.PostAsync(SchemaJson.ToJson(moved), $"Bearer {host.Authority.Token(claims)}");
        Assert.Equal(200, (int)response.StatusCode);
        gate.SetResult();
        Assert.StartsWith("/emea/", (await host.MessagesAsync(1))[0].Path, StringComparison.Ordinal);
        Assert.Equal("tenant", (await FindConversationAsync(chat))!.TenantId);
    }

    [Fact]
    public async Task Case62_The_order_is_preserved_across_a_failure()
    {
        var failures = 2;
        host.Connector.ResponseOverride = _ => Interlocked.Decrement(ref failures) >= 0 ? FakeConnector.Error(503) : null;
        await SayAsync(new TeamsChat(), "five");
        await host.AdvanceUntilAsync(() => host.Connector.Messages.Count == 7);
        Assert.Equal(["1", "1", "1", "2", "3", "4", "5"], host.Connector.Messages.Select(m => m.Text));
    }

    [Fact]
    public async Task Case64_State_is_stored_per_channel_and_conversation()
    {
        var chat = new TeamsChat();
        await SayAsync(chat, "một");
        var states = await host.Get<ITurnStore>().LoadStatesAsync(chat.Message("x"), default);
        Assert.Equal("msteams/conversations/a:personal", states.Conversation.Key);
    }

    private static string LongText { get; } =
        string.Join("\n\n", Enumerable.Range(0, 100).Select(i => $"Đoạn {i}: {new string('ă', 480)}"));

    private readonly TaskCompletionSource gate = new();

    private async Task OnTurnAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var text = turn.Activity.Text;
        switch (text)
        {
            case null:
                return;
            case "wait":
                await gate.Task.WaitAsync(cancellationToken);
                break;
            case "five":
                foreach (var i in "12345")
                {
                    await turn.SendActivityAsync(i.ToString(), cancellationToken: cancellationToken);
                }

                return;
            case "type":
                await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, cancellationToken);
                break;
            case "long":
                text = LongText;
                break;
            case "keep":
                await turn.SendActivityAsync(new Activity { Id = "card-1", Text = "old" }, cancellationToken);
                return;
            case "replace":
                await turn.UpdateActivityAsync(new Activity { Id = "card-1", Text = "new" }, cancellationToken);
                return;
            case "remove":
                await turn.DeleteActivityAsync("card-1", cancellationToken);
                return;
        }

        await turn.SendActivityAsync(text, cancellationToken: cancellationToken);
    }

    private Task SayAsync(TeamsChat chat, string text) => PostAsync(chat.Message(text));

    private async Task PostAsync(Activity activity)
    {
        using var response = await host.PostAsync(activity);
        Assert.Equal(202, (int)response.StatusCode);
    }

    private int CountUndelivered() => host.Get<UndeliveredActivities>().CountAsync(default).GetAwaiter().GetResult();

    private Task<KnownConversation?> FindConversationAsync(TeamsChat chat) =>
        host.Get<IConversationReferences>().FindAsync(ChannelIds.Msteams, chat.Id, default);
}
