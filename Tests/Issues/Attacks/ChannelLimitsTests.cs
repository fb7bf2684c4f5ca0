using System.Net;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>Messages of Teams had no limit. One by address would refuse everybody, because all of Teams comes from a few.</summary>
public sealed class ChannelLimitsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Messages_of_Teams_are_limited_by_conversation_and_user_and_the_person_is_told()
    {
        await using var host = await TeamsHost.StartAsync(
            folder,
            DirectLineHost.EchoAsync,
            settings: [("Limits:Enabled", "true"), ("Limits:MessagesPerAddress", "5"), ("Limits:QueuedPerConversation", "1000")]
        );
        var flooder = new TeamsChat("a:1", "29:flooder");
        for (var i = 0; i < 20; i++)
        {
            using var accepted = await host.PostAsync(flooder.Message("x"));
            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        }

        for (var i = 0; i < 3; i++)
        {
            using var refused = await host.PostAsync(flooder.Message("x"));
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }

        using var elsewhere = await host.PostAsync(new TeamsChat("a:2", "29:flooder").Message("x"));
        Assert.Equal(HttpStatusCode.TooManyRequests, elsewhere.StatusCode);
        using var other = await host.PostAsync(new TeamsChat("a:3", "29:an").Message("x"));
        Assert.Equal(HttpStatusCode.Accepted, other.StatusCode);

        // The notice waits behind the replies, at the pace that Teams allows.
        bool IsNotice(ConnectorCall message) =>
            message.Text?.Contains("vui lòng đợi", StringComparison.Ordinal) == true
            && message.Path.Contains("a%3A1", StringComparison.Ordinal);
        await Wait.UntilAsync(() => host.Connector.Messages.Any(IsNotice), () => host.Time.Advance(TimeSpan.FromSeconds(1)));
        Assert.Single(host.Connector.Messages, IsNotice);
    }
}
