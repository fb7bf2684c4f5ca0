using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace PolicyAssistantBot.Benchmarks.Peers;

/// <summary>A bot on the Bot Builder SDK that asks for a name and an age in turn and keeps them in the conversation's state.</summary>
internal sealed class SdkBot(ConversationState state) : ActivityHandler
{
    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var progress = await state
            .CreateProperty<Progress>(nameof(Progress))
            .GetAsync(turnContext, static () => new Progress(), cancellationToken);
        var reply = progress.Name is { } name ? $"{name}, {turnContext.Activity.Text}: how are you called?" : "How old are you?";
        progress.Name = progress.Name is null ? turnContext.Activity.Text : null;
        await turnContext.SendActivityAsync(MessageFactory.Text(reply), cancellationToken);
        await state.SaveChangesAsync(turnContext, false, cancellationToken);
    }

    private sealed class Progress
    {
        public string? Name { get; set; }
    }
}
