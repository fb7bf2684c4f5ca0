using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <param name="Number">The case to withdraw.</param>
internal sealed record WithdrawOptions(string Number);

/// <summary>Asks the asker to confirm a withdrawal, which cannot be undone, and withdraws the case as it is when that is
/// confirmed.</summary>
internal sealed class WithdrawDialog : ComponentDialog
{
    public const string DialogId = "withdraw";

    private const string Confirm = "confirm";
    private const string NumberKey = "number";

    private readonly ChatMemories memories;
    private readonly AskerCaseService askers;
    private readonly AnswerPipeline pipeline;

    public WithdrawDialog(ChatMemories memories, AskerCaseService askers, AnswerPipeline pipeline)
        : base(DialogId)
    {
        (this.memories, this.askers, this.pipeline) = (memories, askers, pipeline);
        AddDialog(new WaterfallDialog("steps", [AskAsync, WithdrawAsync]));
        AddDialog(new ChoicePrompt(Confirm, ReadAnswer));
    }

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var number = step.OptionsAs<WithdrawOptions>()!.Number;
        step.Values[NumberKey] = number;
        Lang lang = await memories.LanguageAsync(step.Context, cancellationToken);
        return await step.PromptAsync(
            Confirm,
            new PromptOptions
            {
                Prompt = MessageFactory.Text(CaseTexts.ConfirmWithdrawal.With(lang, number)),
                RetryPrompt = MessageFactory.Text(CaseTexts.ConfirmWithdrawalAgain.With(lang, number)),
                Choices = [new Choice { Value = CaseTexts.Yes[lang] }, new Choice { Value = CaseTexts.No[lang] }],
            },
            cancellationToken
        );
    }

    /// <summary>Takes every way to say yes or no beside the two choices.</summary>
    private Task<bool> ReadAnswer(PromptValidatorContext<FoundChoice> prompt, CancellationToken cancellationToken)
    {
        if (!prompt.Recognized.Succeeded && pipeline.Replies.IsYes(prompt.Context.Activity.Text) is { } isYes)
        {
            prompt.Recognized.Value = new FoundChoice(isYes ? 0 : 1, "");
        }

        return Task.FromResult(prompt.Recognized.Value is not null);
    }

    private async Task<DialogTurnResult> WithdrawAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        Lang lang = await memories.LanguageAsync(step.Context, cancellationToken);
        _ = CaseNumber.TryParse(step.Values[NumberKey]?.ToString(), out var number);
        if (step.Result is not FoundChoice { Index: 0 })
        {
            await step.Context.SendActivityAsync(CaseTexts.WithdrawalDropped.With(lang, number), cancellationToken: cancellationToken);
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        var act = await askers.WithdrawAsync(number, Asker.From(step.Context.Activity), cancellationToken);
        if (act is AskerActResult.Decided decided)
        {
            step.Context.AddEffect(decided.Effect);
        }

        await step.Context.SendActivityAsync(
            act switch
            {
                AskerActResult.Decided => CaseTexts.Withdrawn.With(lang, number),
                AskerActResult.Refused refused => CaseTexts.NotWithdrawn.With(
                    lang,
                    number,
                    CaseTexts.Statuses[refused.Request.Status][lang]
                ),
                _ => CaseTexts.NotFound.With(lang, number),
            },
            cancellationToken: cancellationToken
        );
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }
}
