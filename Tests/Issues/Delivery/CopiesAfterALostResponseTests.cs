using PolicyAssistantBot.Tests.Channels;

namespace PolicyAssistantBot.Tests.Issues.Delivery;

/// <summary>The Connector accepted a post and the connection was lost before the response: the chat got many copies.</summary>
public sealed class CopiesAfterALostResponseTests : DeliveryTestBase
{
    [Fact]
    public async Task After_a_lost_response_the_post_is_repeated_only_once()
    {
        var chat = new TeamsChat();
        Host.Connector.ResponseOverride = call =>
            call.Text == "một" ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.") : null;
        await SayAsync(chat, "một");
        await Host.MessagesAsync(1);
        await SayAsync(chat, "hai");
        await Host.AdvanceAsync(TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(1));
        Assert.Equal(["một", "một", "hai"], Received);
        Assert.Equal(1, await CountParkedAsync());
    }

    [Fact]
    public async Task A_service_that_accepts_a_post_and_never_answers_gets_it_twice()
    {
        var chat = new TeamsChat();
        Host.Connector.ShouldHang = call => call.Text == "một";
        await SayAsync(chat, "một");
        await Host.MessagesAsync(1);
        await SayAsync(chat, "hai");
        await Host.AdvanceAsync(TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(1));
        Assert.Equal(["một", "một", "hai"], Received);
        Assert.Equal(1, await CountParkedAsync());
    }
}
