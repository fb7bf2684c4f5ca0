using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>A bot that consists of one method.</summary>
internal sealed class TestBot(Func<ITurnContext, CancellationToken, Task> onTurn) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        onTurn(turnContext, cancellationToken);
}

/// <summary>Records activities that would be sent directly.</summary>
internal sealed class RecordingSender : IEphemeralSender
{
    public List<Activity> Sent { get; } = [];

    public Exception? ExceptionToThrow { get; set; }

    public Task SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (ExceptionToThrow is not null)
        {
            throw ExceptionToThrow;
        }

        Sent.Add(activity);
        return Task.CompletedTask;
    }
}

/// <summary>Answers a fault with its reference only.</summary>
internal sealed class TestFaultResponder : IFaultResponder
{
    public Task RespondAsync(ITurnContext turnContext, string reference, CancellationToken cancellationToken) =>
        turnContext.SendActivityAsync($"sorry {reference}", cancellationToken: cancellationToken);
}

/// <summary>A turn runner with a store in memory.</summary>
internal sealed class TurnHarness(Func<ITurnContext, CancellationToken, Task> onTurn, TurnOptions? options = null)
{
    public FakeTime Time { get; } = new();

    public RecordingSender Sender { get; } = new();

    public MemoryTurnStore Store => field ??= new MemoryTurnStore(Time);

    public IOptions<TurnOptions> Options { get; } = Microsoft.Extensions.Options.Options.Create(options ?? new TurnOptions());

    public TurnRunner Runner =>
        field ??= new TurnRunner(
            Store,
            new TestBot(onTurn),
            new TestFaultResponder(),
            Sender,
            Options,
            Time,
            NullLogger<TurnRunner>.Instance
        );

    public static Activity Message(string? text, string conversation = "c1", string user = "u1") =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            ChannelId = ChannelIds.Test,
            Locale = "vi-VN",
            From = new ChannelAccount { Id = user, Role = RoleTypes.User },
            Recipient = new ChannelAccount { Id = "bot" },
            Conversation = new ConversationAccount { Id = conversation },
        };

    public async Task<Activity> AcceptAsync(Activity activity) =>
        (await Store.AcceptAsync(activity, Guid.NewGuid().ToString(), CancellationToken.None)).Activity;

    /// <summary>Runs a turn and returns the reply.</summary>
    public async Task<string> SayAsync(string? text, string conversation = "c1", string user = "u1")
    {
        var result = await Runner.RunAsync(await AcceptAsync(Message(text, conversation, user)), CancellationToken.None);
        return string.Join('\n', result.Outgoing.Select(a => a.Text));
    }
}
