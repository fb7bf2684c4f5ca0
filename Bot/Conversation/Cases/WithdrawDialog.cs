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

/// <summary>
/// Asks the asker to confirm a withdrawal, which cannot be undone; the rules of the case decide again when it is confirmed.
/// </summary>
internal sealed class WithdrawDialog : ComponentDialog
{
    public const string DialogId = "withdraw";

    private const string ConfirmPrompt = "confirm";
    private const string NumberKey = "number";

    private readonly ChatMemoryAccessor memories;
    private readonly AskerCaseService askerCases;
    private readonly AnswerPipeline pipeline;

    public WithdrawDialog(ChatMemoryAccessor memories, AskerCaseService askerCases, AnswerPipeline pipeline)
        : base(DialogId)
    {
        (this.memories, this.askerCases, this.pipeline) = (memories, askerCases, pipeline);
        AddDialog(new WaterfallDialog("steps", [AskForConfirmationAsync, WithdrawAsync]));
        AddDialog(new ChoicePrompt(ConfirmPrompt, ReadYesOrNo));
    }

    private async Task<DialogTurnResult> AskForConfirmationAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var number = step.OptionsAs<WithdrawOptions>()!.Number;
        step.Values[NumberKey] = number;
        Lang lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        return await step.PromptAsync(
            ConfirmPrompt,
            new PromptOptions
            {
                Prompt = MessageFactory.Text(CaseTexts.ConfirmWithdrawal.With(lang, number)),
                RetryPrompt = MessageFactory.Text(CaseTexts.ConfirmWithdrawalAgain.With(lang, number)),
                Choices = [new Choice { Value = CaseTexts.Yes[lang] }, new Choice { Value = CaseTexts.No[lang] }],
            },
            cancellationToken
        );
    }

    /// <summary>Accepts every way of saying yes or no in addition to the two choices.</summary>
    private Task<bool> ReadYesOrNo(PromptValidatorContext<FoundChoice> prompt, CancellationToken cancellationToken)
    {
        if (!prompt.Recognized.Succeeded && pipeline.Replies.IsYes(prompt.Context.Activity.Text) is { } isYes)
        {
            prompt.Recognized.Value = new FoundChoice(isYes ? 0 : 1, "");
        }

        return Task.FromResult(prompt.Recognized.Value is not null);
    }

    private async Task<DialogTurnResult> WithdrawAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        Lang lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        _ = CaseNumber.TryParse(step.Values[NumberKey]?.ToString(), out var number);
        if (step.Result is not FoundChoice { Index: 0 })
        {
            await step.Context.SendActivityAsync(CaseTexts.WithdrawalCancelled.With(lang, number), cancellationToken: cancellationToken);
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        var act = await askerCases.WithdrawAsync(number, Asker.From(step.Context.Activity), cancellationToken);
        if (act is AskerActResult.Decided decided)
        {
            step.Context.AddEffect(decided.Effect);
        }

        await step.Context.SendActivityAsync(
            act switch
            {
                AskerActResult.Decided => CaseTexts.Withdrawn.With(lang, number),
                AskerActResult.Refused refused => CaseTexts.CannotBeWithdrawn.With(
                    lang,
                    number,
                    CaseTexts.StatusNames[refused.Request.Status][lang]
                ),
                _ => CaseTexts.NotFound.With(lang, number),
            },
            cancellationToken: cancellationToken
        );
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }
}
