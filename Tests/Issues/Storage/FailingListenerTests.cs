using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Storage;

/// <summary>A listener that failed after a commit left the write unanswered, and no later one was committed.</summary>
public sealed class FailingListenerTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_failing_listener_stops_no_write()
    {
        await using var storage = await StorageHost.OpenAsync(folder);
        storage.Get<ConversationSignals>().Changed += (_, _) => throw new InvalidOperationException("a listener failed");

        for (var i = 0; i < 2; i++)
        {
            var accepted = await storage.Turns.AcceptAsync(StorageHost.Message("xin chào", "c"), $"k{i}", default).WaitAsync(Wait.Limit);
            Assert.False(accepted.IsDuplicate);
        }
    }
}
