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
/// Asks for the facts that a rule still needs, one by one and with choices where there are some, and tells what the rule comes to.
/// What is told is remembered for the conversation; every fact can be corrected, and none must be told.
/// </summary>
internal sealed class GuideDialog : ComponentDialog
{
    public const string DialogId = "guide";

    private const string Steps = "steps";
    private const string Answer = "answer";
    private const string GuideKey = "guide";

    private readonly ChatMemories memories;
    private readonly AnswerPipeline pipeline;
    private readonly AnswerReply reply;

    public GuideDialog(ChatMemories memories, AnswerPipeline pipeline, AnswerReply reply)
        : base(DialogId)
    {
        (this.memories, this.pipeline, this.reply) = (memories, pipeline, reply);
        AddDialog(new WaterfallDialog(Steps, [AskAsync, TakeAsync]));
        AddDialog(new TextPrompt(Answer, ValidateAsync));
    }

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc,
        object? options,
        CancellationToken cancellationToken
    )
    {
        var guide = options as Guide ?? new Guide { Kind = GuideKind.Size };
        Component(innerDc).Set(GuideKey, guide);
        var lang = await memories.LanguageAsync(innerDc.Context, cancellationToken);
        if (GuideSteps.Next(guide, lang) is not null)
        {
            await innerDc.Context.SendActivityAsync(
                guide.Facts.IsEmpty ? GuideChatTexts.Intro[lang] : GuideChatTexts.IntroKnown.With(lang, GuideFacts.Tell(guide.Facts, lang)),
                cancellationToken: cancellationToken
            );
        }

        return await innerDc.BeginDialogAsync(Steps, cancellationToken: cancellationToken);
    }

    /// <summary>Asks again in the language spoken now.</summary>
    protected override async Task OnRepromptDialogAsync(DialogContext innerDc, DialogInstance instance, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(innerDc.Context, cancellationToken);
        if (instance.Get<Guide>(GuideKey) is not { } guide || GuideSteps.Next(guide, lang) is not { } step)
        {
            return;
        }

        await innerDc.Context.SendActivityAsync(GuideChatTexts.Back[lang], cancellationToken: cancellationToken);
        await innerDc.Context.SendActivityAsync(Question(step), cancellationToken);
    }

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var guide = Component(step).Get<Guide>(GuideKey)!;
        if (GuideSteps.Next(guide, lang) is { } next)
        {
            TurnOutcomes.AddFactAsked(step.Context);
            return await step.PromptAsync(
                Answer,
                new PromptOptions { Prompt = Question(next), Validations = JsonSerializer.SerializeToNode(guide, StateJson.Options) },
                cancellationToken
            );
        }

        var memory = await memories.GetAsync(step.Context, cancellationToken);
        var (answer, name) = (pipeline.Tell(guide, lang), GuideChatTexts.Names[guide.Kind][lang]);
        await reply.SendAsync(step.Context, memory, new ChatAnswer(answer, null), new AskedQuestion(name), cancellationToken);
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var memory = await memories.GetAsync(step.Context, cancellationToken);
        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var guide = Component(step).Get<Guide>(GuideKey)!;
        var asked = GuideSteps.Next(guide, lang)!;
        var heard = Heard(guide, asked, step.Result as string);
        if (heard is null)
        {
            await step.Context.SendActivityAsync(GuideChatTexts.TakenAsNotKnown[lang], cancellationToken: cancellationToken);
            heard = GuideAnswers.Choose(guide, asked.Slot, GuideSteps.NotKnown, pipeline.Today);
        }
        else if (heard.Facts != guide.Facts && asked.Slot is var slot && GuideSteps.Next(heard, lang)?.Slot == slot)
        {
            await step.Context.SendActivityAsync(
                GuideChatTexts.Noted.With(lang, GuideFacts.Tell(heard.Facts, lang)),
                cancellationToken: cancellationToken
            );
        }

        memory.Enterprise = memory.Enterprise.With(heard.Facts);
        Component(step).Set(GuideKey, heard);
        return await step.ReplaceDialogAsync(Steps, cancellationToken: cancellationToken);
    }

    private async Task<bool> ValidateAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(prompt.Context, cancellationToken);
        var guide = prompt.Options.Validations.Deserialize<Guide>(StateJson.Options)!;
        if (GuideSteps.Next(guide, lang) is not { } step || Heard(guide, step, prompt.Recognized.Value) is not null)
        {
            return true;
        }

        TurnOutcomes.AddFactAsked(prompt.Context);
        var again = Question(step);
        again.Text = GuideChatTexts.Unread.With(lang, again.Text);
        prompt.Options.RetryPrompt = again;
        return false;
    }

    private Guide? Heard(Guide guide, GuideStep step, string? said)
    {
        if (string.IsNullOrWhiteSpace(said))
        {
            return null;
        }

        if (GuideAnswers.IsNotKnown(said))
        {
            return GuideAnswers.Choose(guide, step.Slot, GuideSteps.NotKnown, pipeline.Today);
        }

        if (GuideAnswers.Correct(guide, said, isLatest: false, pipeline.Today) is { } corrected)
        {
            return corrected;
        }

        var choices = step.Choices.Select(choice => new Choice { Value = choice.Label, Synonyms = [.. choice.Words] }).ToList();
        return !GuideAnswers.HasFigures(said, pipeline.Today) && Choices.Recognize(said, choices) is { } chosen
            ? GuideAnswers.Choose(guide, step.Slot, step.Choices[chosen.Index].Code, pipeline.Today)
            : GuideAnswers.Type(guide, step.Slot, said, pipeline.Today);
    }

    private static DialogInstance Component(DialogContext dc) => dc.Parent!.ActiveDialog!;

    private static Activity Question(GuideStep step) =>
        Choices.Offer(
            MessageFactory.Text(step.Question),
            new PromptOptions
            {
                Choices = [.. step.Choices.Select(choice => new Choice { Value = choice.Label })],
                Style = step.Choices.Count > 3 ? ListStyle.List : ListStyle.SuggestedAction,
            }
        );
}
