using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>An echo bot in Teams, behind a connector that fails as the test configures it.</summary>
public abstract class DeliveryIssue : IAsyncLifetime, IDisposable
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

    private protected async Task SayAsync(TeamsChat chat, string text)
    {
        using var response = await Host.PostAsync(chat.Message(text));
        Assert.Equal(202, (int)response.StatusCode);
    }

    private protected Task<int> ParkedAsync() => Host.Get<ParkedActivities>().CountAsync(default);
}
