using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Delivery;

/// <summary>After twenty minutes without the Connector all messages were abandoned, and nothing was sent when it was back.</summary>
public sealed class LongOutageTests : DeliveryTestBase
{
    [Fact]
    public async Task Replies_survive_an_outage_of_hours_in_order_and_once()
    {
        var chat = new TeamsChat();
        Host.Connector.IsDown = true;
        foreach (var text in new[] { "một", "hai", "ba" })
        {
            await SayAsync(chat, text);
        }

        await Host.AdvanceAsync(TimeSpan.FromHours(3), TimeSpan.FromMinutes(1));
        Assert.Equal(0, await CountParkedAsync());
        Host.Connector.IsDown = false;
        await Host.AdvanceAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(1));
        Assert.Equal(["một", "hai", "ba"], Received);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Messages_that_were_not_accepted_wait_for_a_day_and_are_sent_when_the_conversation_accepts_messages_again(int status)
    {
        var chat = new TeamsChat();
        Host.Connector.ResponseOverride = _ => FakeConnector.Error(status);
        await SayAsync(chat, "một");
        await Host.AdvanceAsync(TimeSpan.FromHours(20), TimeSpan.FromMinutes(10));
        Assert.Equal(0, await CountParkedAsync());
        await Host.AdvanceAsync(TimeSpan.FromHours(6), TimeSpan.FromMinutes(10));
        Assert.Equal(1, await CountParkedAsync());

        Host.Connector.ResponseOverride = _ => null;
        Host.Connector.Clear();
        await SayAsync(chat, "hai");
        await Host.MessagesAsync(1);
        await Host.AdvanceAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));
        Assert.Equal(["hai", "một"], Received);
        Assert.Equal(0, await CountParkedAsync());
    }

    [Fact]
    public async Task Messages_refused_by_a_blocked_conversation_are_sent_before_the_next_reply_when_the_user_returns()
    {
        var chat = new TeamsChat();
        Host.Connector.ResponseOverride = _ => FakeConnector.Error(403, "ConversationBlockedByUser");
        await SayAsync(chat, "một");
        await Host.AdvanceAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));
        Assert.Equal(1, await CountParkedAsync());

        Host.Connector.ResponseOverride = _ => null;
        Host.Connector.Clear();
        await SayAsync(chat, "hai");
        await Host.MessagesAsync(2);
        Assert.Equal(["một", "hai"], Received);
    }

    [Fact]
    public async Task A_message_that_the_service_refuses_is_not_sent_again_automatically()
    {
        var chat = new TeamsChat();
        Host.Connector.ResponseOverride = call => call.Text == "một" ? FakeConnector.Error(400, "BadArgument") : null;
        await SayAsync(chat, "một");
        await SayAsync(chat, "hai");
        await Host.MessagesAsync(2);
        await Host.AdvanceAsync(TimeSpan.FromDays(2), TimeSpan.FromHours(1));
        Assert.Equal(["một", "hai"], Received);
        Assert.Equal(1, await CountParkedAsync());
    }
}
