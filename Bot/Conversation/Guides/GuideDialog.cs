using System.Text.Json;
using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.Conversation.Questions;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Guides;

/// <summary>
/// A guide: asks one by one for the facts that a rule still needs, with choices where there are some, and explains the result of the rule.
/// The facts are remembered for the conversation; every fact can be corrected, and none is required.
/// </summary>
internal sealed class GuideDialog : ComponentDialog
{
    public const string DialogId = "guide";

    private const string StepsDialog = "steps";
    private const string AnswerPrompt = "answer";
    private const string GuideKey = "guide";

    private readonly ChatMemoryAccessor memories;
    private readonly AnswerPipeline pipeline;
    private readonly AnswerSender answerSender;

    public GuideDialog(ChatMemoryAccessor memories, AnswerPipeline pipeline, AnswerSender answerSender)
        : base(DialogId)
    {
        (this.memories, this.pipeline, this.answerSender) = (memories, pipeline, answerSender);
        AddDialog(new WaterfallDialog(StepsDialog, [AskNextFactAsync, StoreAnswerAsync]));
        AddDialog(new TextPrompt(AnswerPrompt, ValidateAsync));
    }

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc,
        object? options,
        CancellationToken cancellationToken
    )
    {
        var guide = options as Guide ?? new Guide { Kind = GuideKind.Size };
        GetComponentInstance(innerDc).Set(GuideKey, guide);
        var lang = await memories.GetLanguageAsync(innerDc.Context, cancellationToken);
        if (GuideSteps.GetNextStep(guide, lang) is not null)
        {
            await innerDc.Context.SendActivityAsync(
                guide.Facts.IsEmpty
                    ? GuideChatTexts.Intro[lang]
                    : GuideChatTexts.IntroWithKnownFacts.With(lang, GuideFacts.Describe(guide.Facts, lang)),
                cancellationToken: cancellationToken
            );
        }

        return await innerDc.BeginDialogAsync(StepsDialog, cancellationToken: cancellationToken);
    }

    /// <summary>Repeats the question in the current language.</summary>
    protected override async Task OnRepromptDialogAsync(DialogContext innerDc, DialogInstance instance, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(innerDc.Context, cancellationToken);
        if (instance.Get<Guide>(GuideKey) is not { } guide || GuideSteps.GetNextStep(guide, lang) is not { } step)
        {
            return;
        }

        await innerDc.Context.SendActivityAsync(GuideChatTexts.BackToGuide[lang], cancellationToken: cancellationToken);
        await innerDc.Context.SendActivityAsync(BuildQuestion(step), cancellationToken);
    }

    private async Task<DialogTurnResult> AskNextFactAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        var guide = GetComponentInstance(step).Get<Guide>(GuideKey)!;
        if (GuideSteps.GetNextStep(guide, lang) is { } next)
        {
            TurnOutcomes.AddFactQuestion(step.Context);
            return await step.PromptAsync(
                AnswerPrompt,
                new PromptOptions { Prompt = BuildQuestion(next), Validations = JsonSerializer.SerializeToNode(guide, StateJson.Options) },
                cancellationToken
            );
        }

        var memory = await memories.GetAsync(step.Context, cancellationToken);
        var (answer, name) = (pipeline.Tell(guide, lang), GuideChatTexts.Names[guide.Kind][lang]);
        await answerSender.SendAsync(step.Context, memory, new ChatAnswer(answer, null), new AskedQuestion(name), cancellationToken);
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private async Task<DialogTurnResult> StoreAnswerAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var memory = await memories.GetAsync(step.Context, cancellationToken);
        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        var guide = GetComponentInstance(step).Get<Guide>(GuideKey)!;
        var askedStep = GuideSteps.GetNextStep(guide, lang)!;
        var updated = ReadAnswer(guide, askedStep, step.Result as string);
        if (updated is null)
        {
            await step.Context.SendActivityAsync(GuideChatTexts.RecordedAsNotSure[lang], cancellationToken: cancellationToken);
            updated = GuideAnswers.ApplyChoice(guide, askedStep.Slot, GuideSteps.NotKnown, pipeline.Today);
        }
        else if (updated.Facts != guide.Facts && askedStep.Slot is var slot && GuideSteps.GetNextStep(updated, lang)?.Slot == slot)
        {
            await step.Context.SendActivityAsync(
                GuideChatTexts.Noted.With(lang, GuideFacts.Describe(updated.Facts, lang)),
                cancellationToken: cancellationToken
            );
        }

        memory.EnterpriseFacts = memory.EnterpriseFacts.Merge(updated.Facts);
        GetComponentInstance(step).Set(GuideKey, updated);
        return await step.ReplaceDialogAsync(StepsDialog, cancellationToken: cancellationToken);
    }

    private async Task<bool> ValidateAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(prompt.Context, cancellationToken);
        var guide = prompt.Options.Validations.Deserialize<Guide>(StateJson.Options)!;
        if (GuideSteps.GetNextStep(guide, lang) is not { } step || ReadAnswer(guide, step, prompt.Recognized.Value) is not null)
        {
            return true;
        }

        TurnOutcomes.AddFactQuestion(prompt.Context);
        var retryPrompt = BuildQuestion(step);
        retryPrompt.Text = GuideChatTexts.AnswerNotUnderstood.With(lang, retryPrompt.Text);
        prompt.Options.RetryPrompt = retryPrompt;
        return false;
    }

    private Guide? ReadAnswer(Guide guide, GuideStep step, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (GuideAnswers.IsNotKnown(text))
        {
            return GuideAnswers.ApplyChoice(guide, step.Slot, GuideSteps.NotKnown, pipeline.Today);
        }

        if (GuideAnswers.ApplyCorrection(guide, text, isLatest: false, pipeline.Today) is { } corrected)
        {
            return corrected;
        }

        var choices = step.Choices.Select(choice => new Choice { Value = choice.Label, Synonyms = [.. choice.Words] }).ToList();
        return !GuideAnswers.HasSizeFigures(text, pipeline.Today) && Choices.Recognize(text, choices) is { } chosen
            ? GuideAnswers.ApplyChoice(guide, step.Slot, step.Choices[chosen.Index].Code, pipeline.Today)
            : GuideAnswers.ApplyText(guide, step.Slot, text, pipeline.Today);
    }

    private static DialogInstance GetComponentInstance(DialogContext dc) => dc.Parent!.ActiveDialog!;

    private static Activity BuildQuestion(GuideStep step) =>
        Choices.AddTo(
            MessageFactory.Text(step.Question),
            new PromptOptions
            {
                Choices = [.. step.Choices.Select(choice => new Choice { Value = choice.Label })],
                Style = step.Choices.Count > 3 ? ListStyle.List : ListStyle.SuggestedAction,
            }
        );
}
