using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Dialogs;

/// <summary>Where a request stands: those sent from here are listed; otherwise the number is asked for.</summary>
internal sealed class StatusDialog : ComponentDialog
{
    public const string DialogId = "status";

    private const int MaxListed = 5;

    private readonly ChatMemories memories;
    private readonly RequestStore store;
    private readonly CaseTeller cases;

    public StatusDialog(ChatMemories memories, RequestStore store, CaseTeller cases)
        : base(DialogId)
    {
        (this.memories, this.store, this.cases) = (memories, store, cases);
        AddDialog(new WaterfallDialog("steps", [ListOrAskAsync, ShowAsync]));
        AddDialog(new TextPrompt("number", ValidateAsync));
    }

    /// <summary>Asks again in the language spoken now.</summary>
    protected override async Task OnRepromptDialogAsync(DialogContext innerDc, DialogInstance instance, CancellationToken cancellationToken) =>
        await innerDc.Context.SendActivityAsync(
            CaseTexts.For(await memories.LanguageAsync(innerDc.Context, cancellationToken)).AskNumber, cancellationToken: cancellationToken);

    private async Task<DialogTurnResult> ListOrAskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var activity = step.Context.Activity;
        var own = await store.ListForAskerAsync(activity.ChannelId ?? "", activity.From?.Id ?? "", MaxListed, cancellationToken);
        if (own.Count > 0)
        {
            await step.Context.SendActivityAsync(MessageFactory.Attachment(CaseCard.List(own, lang), CaseTexts.For(lang).YourCases), cancellationToken);
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        return await step.PromptAsync("number", new PromptOptions { Prompt = MessageFactory.Text(CaseTexts.For(lang).AskNumber) }, cancellationToken);
    }

    private async Task<DialogTurnResult> ShowAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        if (step.Result is string typed && CaseNumber.TryParse(typed, out var number))
            await cases.TellAsync(step.Context, number, lang, cancellationToken);
        else
            await step.Context.SendActivityAsync(CaseTexts.For(lang).GaveUp, cancellationToken: cancellationToken);
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private async Task<bool> ValidateAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        if (CaseNumber.TryParse(prompt.Recognized.Value, out _))
            return true;
        if (prompt.AttemptCount < prompt.Options.MaxAttempts)
        {
            var lang = await memories.LanguageAsync(prompt.Context, cancellationToken);
            await prompt.Context.SendActivityAsync(CaseTexts.For(lang).NumberUnreadable, cancellationToken: cancellationToken);
        }

        return false;
    }
}
