using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.BotFramework.DirectLine;

/// <summary>One service per test class; each test has its own conversations.</summary>
#pragma warning disable CA1001 // xunit calls DisposeAsync of IAsyncLifetime.
public sealed class DirectLineFixture : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly TempFolder folder = new();

    /// <summary>Releases a bot that received <c>wait</c>.</summary>
    internal TaskCompletionSource Gate { get; } = new();

    internal DirectLineHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await DirectLineHost.StartAsync(folder, OnTurnAsync);

    public async Task DisposeAsync()
    {
        Gate.TrySetResult();
        await Host.DisposeAsync();
        folder.Dispose();
    }

    private async Task OnTurnAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Activity.Text == "wait")
        {
            await Gate.Task.WaitAsync(cancellationToken);
        }

        if (turn.Activity.Text == "think")
        {
            await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, cancellationToken);
        }

        await DirectLineHost.EchoAsync(turn, cancellationToken);
    }
}
