using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Delivery;

/// <summary>An echo bot in Teams with a Connector that fails as the test configures it.</summary>
public abstract class DeliveryTestBase : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();

    private protected TeamsHost Host { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Host = await TeamsHost.StartAsync(
            folder,
            (turn, token) => turn.SendActivityAsync(turn.Activity.Text ?? "", cancellationToken: token)
        );

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected string[] Received => [.. Host.Connector.Messages.Select(m => m.Text!)];

    /// <summary>Posts a message and waits until its turn is done, and with it the reply in the outbox.</summary>
    private protected async Task SayAsync(TeamsChat chat, string text)
    {
        using var response = await Host.PostAsync(chat.Message(text));
        Assert.Equal(202, (int)response.StatusCode);
        await Wait.UntilAsync(() =>
        {
            using var db = Host.Get<IDbContextFactory<AssistantDb>>().CreateDbContext();
            return !db.Set<ActivityRow>().Any(a => a.Direction == Direction.Inbound && a.Progress == Progress.Pending);
        });
    }

    private protected Task<int> CountParkedAsync() => Host.Get<UndeliveredActivities>().CountAsync(default);
}
