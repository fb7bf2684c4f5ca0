using System.Collections.Concurrent;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Delivery;

/// <summary>The Connector accepted a post and returned an error: up to 20 copies reached the chat, and its next message did not.</summary>
public sealed class CopiesAfterAnErrorTests : DeliveryTestBase
{
    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_post_that_may_have_been_accepted_is_repeated_once_after_30_seconds_and_then_given_up(int status)
    {
        var chat = new TeamsChat();
        var times = new ConcurrentQueue<DateTimeOffset>();
        Host.Connector.ResponseOverride = call =>
        {
            if (call.Text != "một")
            {
                return null;
            }

            times.Enqueue(Host.Time.GetUtcNow());
            return FakeConnector.Error(status);
        };
        await SayAsync(chat, "một");
        await Host.MessagesAsync(1);
        await SayAsync(chat, "hai");
        await Host.AdvanceAsync(TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(1));

        Assert.Equal(["một", "một", "hai"], Received);
        Assert.True(times.Last() - times.First() >= TimeSpan.FromSeconds(30));
        Assert.Equal(1, await CountParkedAsync());

        await Host.AdvanceAsync(TimeSpan.FromDays(2), TimeSpan.FromHours(1));
        await SayAsync(chat, "ba");
        await Host.MessagesAsync(4);
        await Host.AdvanceAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));
        Assert.Equal(["một", "một", "hai", "ba"], Received);
        Assert.Equal(1, await CountParkedAsync());
    }

    [Fact]
    public async Task A_hanging_chat_does_not_delay_the_repeats_of_another()
    {
        Host.Connector.ShouldHang = call => call.Path.Contains("slow", StringComparison.Ordinal);
        var refusals = 1;
        Host.Connector.ResponseOverride = call =>
        {
            if (call.Text != "nhanh" || Interlocked.Decrement(ref refusals) < 0)
            {
                return null;
            }

            var busy = FakeConnector.Error(429);
            busy.Headers.RetryAfter = new(TimeSpan.FromSeconds(21));
            return busy;
        };
        await SayAsync(new TeamsChat("a:quick"), "nhanh");
        await Host.MessagesAsync(1);
        await SayAsync(new TeamsChat("a:slow"), "chậm");
        await Host.MessagesAsync(2);
        await Wait.UntilAsync(() => Received.Length >= 3, () => Host.Time.Advance(TimeSpan.FromMilliseconds(100)));
        Assert.Equal(["nhanh", "chậm", "nhanh"], Received);
    }
}
