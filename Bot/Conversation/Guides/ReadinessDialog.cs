using System.Text.Json;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Guides;

/// <summary>
/// The supplier readiness checklist: asks one by one whether the enterprise meets what buyers of one sector commonly require, and ends with
/// a card of the requirements that are met and missing.
/// </summary>
internal sealed class ReadinessDialog : ComponentDialog
{
    public const string DialogId = "readiness";

    private const string StepsDialog = "steps";
    private const string AnswerPrompt = "answer";
    private const string ProgressKey = "walk";

    private readonly ChatMemoryAccessor memories;
    private readonly AnswerPipeline pipeline;
    private readonly IOptions<PublicUrlOptions> links;
    private readonly TimeProvider time;

    public ReadinessDialog(ChatMemoryAccessor memories, AnswerPipeline pipeline, IOptions<PublicUrlOptions> links, TimeProvider time)
        : base(DialogId)
    {
        (this.memories, this.pipeline, this.links, this.time) = (memories, pipeline, links, time);
        AddDialog(new WaterfallDialog(StepsDialog, [AskNextQuestionAsync, StoreAnswerAsync]));
        AddDialog(new TextPrompt(AnswerPrompt, ValidateAsync));
    }

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc,
        object? options,
        CancellationToken cancellationToken
    )
    {
        GetComponentInstance(innerDc).Set(ProgressKey, new ReadinessProgress());
        var lang = await memories.GetLanguageAsync(innerDc.Context, cancellationToken);
        await innerDc.Context.SendActivityAsync(ReadinessTexts.Intro[lang], cancellationToken: cancellationToken);
        return await innerDc.BeginDialogAsync(StepsDialog, cancellationToken: cancellationToken);
    }

    /// <summary>Repeats the question in the current language.</summary>
    protected override async Task OnRepromptDialogAsync(DialogContext innerDc, DialogInstance instance, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(innerDc.Context, cancellationToken);
        await innerDc.Context.SendActivityAsync(ReadinessTexts.BackToChecklist[lang], cancellationToken: cancellationToken);
        await innerDc.Context.SendActivityAsync(
            BuildQuestion(instance.Get<ReadinessProgress>(ProgressKey) ?? new ReadinessProgress(), lang),
            cancellationToken
        );
    }

    private async Task<DialogTurnResult> AskNextQuestionAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        var progress = GetComponentInstance(step).Get<ReadinessProgress>(ProgressKey) ?? new ReadinessProgress();
        if (progress.Sector is not null && progress.NextRequirement() is null)
        {
            await step.Context.SendActivityAsync(
                BuildResult(step.Context.Activity.ChannelId, progress.Evaluate(), lang),
                cancellationToken
            );
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        return await step.PromptAsync(
            AnswerPrompt,
            new PromptOptions
            {
                Prompt = BuildQuestion(progress, lang),
                Validations = JsonSerializer.SerializeToNode(progress, StateJson.Options),
            },
            cancellationToken
        );
    }

    private async Task<DialogTurnResult> StoreAnswerAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        Lang lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        var progress = GetComponentInstance(step).Get<ReadinessProgress>(ProgressKey) ?? new ReadinessProgress();
        var updated = progress.WithAnswer(step.Result as string, pipeline.Replies);
        if (updated is null)
        {
            await step.Context.SendActivityAsync(
                progress.Sector is null ? ReadinessTexts.SectorAttemptsExhausted[lang] : ReadinessTexts.RecordedAsNotSure[lang],
                cancellationToken: cancellationToken
            );
            if (progress.Sector is null)
            {
                return await step.EndDialogAsync(cancellationToken: cancellationToken);
            }
        }

        GetComponentInstance(step).Set(ProgressKey, updated ?? progress.WithReply(ReadinessReply.NotSure));
        return await step.ReplaceDialogAsync(StepsDialog, cancellationToken: cancellationToken);
    }

    private async Task<bool> ValidateAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var progress = prompt.Options.Validations.Deserialize<ReadinessProgress>(StateJson.Options)!;
        if (progress.WithAnswer(prompt.Recognized.Value, pipeline.Replies) is not null)
        {
            return true;
        }

        var lang = await memories.GetLanguageAsync(prompt.Context, cancellationToken);
        var retryPrompt = BuildQuestion(progress, lang);

        retryPrompt.Text = (progress.Sector is null ? ReadinessTexts.SectorNotRecognized : ReadinessTexts.AnswerNotUnderstood).With(
            lang,
            retryPrompt.Text
        );
        prompt.Options.RetryPrompt = retryPrompt;
        return false;
    }

    private Activity BuildQuestion(ReadinessProgress progress, Lang lang)
    {
        if (progress is not { Sector: { } sector } || progress.NextRequirement() is not { } next)
        {
            return Choices.AddTo(
                MessageFactory.Text(ReadinessTexts.AskSector[lang]),
                new PromptOptions { Choices = ReadinessProgress.SectorChoices(lang), Style = ListStyle.List }
            );
        }

        var requirements = SupplierReadiness.GetRequirements(sector);
        var number = requirements.TakeWhile(requirement => requirement.Key != next.Key).Count() + 1;
        return Choices.AddTo(
            MessageFactory.Text(ReadinessTexts.Question.With(lang, number, requirements.Count, next.Question[lang])),
            new PromptOptions { Choices = ReadinessProgress.ReplyChoices(lang, pipeline.Replies) }
        );
    }

    private Activity BuildResult(string? channel, SupplierReadinessResult result, Lang lang)
    {
        var printout = new ReadinessPrintout(result, lang, HanoiTime.DayOf(time.GetUtcNow()));
        var path = ReadinessLink.Build(printout);
        var printUrl =
            links.Value.PublicUrl is { } publicUrl ? PublicPaths.Resolve(publicUrl, path).AbsoluteUri
            : channel == ChannelIds.Directline ? path
            : null;
        return MessageFactory.Attachment(
            ReadinessCard.Build(result, lang, printout.Day, key => pipeline.TitleOf(key, lang), printUrl),
            ReadinessTexts.ResultCounts.With(
                lang,
                result.Met.Count,
                result.Missing.Count,
                result.Unanswered.Count,
                result.Met.Count + result.Missing.Count + result.Unanswered.Count
            )
        );
    }

    private static DialogInstance GetComponentInstance(DialogContext dc) => dc.Parent!.ActiveDialog!;
}
