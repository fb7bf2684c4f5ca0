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

/// <summary>Walks what buyers of one sector commonly ask of a supplier, one question at a time, and ends with a card of what is there and
/// what is missing.</summary>
internal sealed class ReadinessDialog : ComponentDialog
{
    public const string DialogId = "readiness";

    private const string Steps = "steps";
    private const string Answer = "answer";
    private const string WalkKey = "walk";

    private readonly ChatMemories memories;
    private readonly AnswerPipeline pipeline;
    private readonly IOptions<PublicUrlOptions> links;
    private readonly TimeProvider time;

    public ReadinessDialog(ChatMemories memories, AnswerPipeline pipeline, IOptions<PublicUrlOptions> links, TimeProvider time)
        : base(DialogId)
    {
        (this.memories, this.pipeline, this.links, this.time) = (memories, pipeline, links, time);
        AddDialog(new WaterfallDialog(Steps, [AskAsync, TakeAsync]));
        AddDialog(new TextPrompt(Answer, ValidateAsync));
    }

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc,
        object? options,
        CancellationToken cancellationToken
    )
    {
        Component(innerDc).Set(WalkKey, new ReadinessWalk());
        var lang = await memories.LanguageAsync(innerDc.Context, cancellationToken);
        await innerDc.Context.SendActivityAsync(ReadinessTexts.Intro[lang], cancellationToken: cancellationToken);
        return await innerDc.BeginDialogAsync(Steps, cancellationToken: cancellationToken);
    }

    /// <summary>Asks again in the language spoken now.</summary>
    protected override async Task OnRepromptDialogAsync(DialogContext innerDc, DialogInstance instance, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(innerDc.Context, cancellationToken);
        await innerDc.Context.SendActivityAsync(ReadinessTexts.Back[lang], cancellationToken: cancellationToken);
        await innerDc.Context.SendActivityAsync(
            Question(instance.Get<ReadinessWalk>(WalkKey) ?? new ReadinessWalk(), lang),
            cancellationToken
        );
    }

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var walk = Component(step).Get<ReadinessWalk>(WalkKey) ?? new ReadinessWalk();
        if (walk.Sector is not null && walk.Next() is null)
        {
            await step.Context.SendActivityAsync(Result(step.Context.Activity.ChannelId, walk.Result(), lang), cancellationToken);
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        return await step.PromptAsync(
            Answer,
            new PromptOptions { Prompt = Question(walk, lang), Validations = JsonSerializer.SerializeToNode(walk, StateJson.Options) },
            cancellationToken
        );
    }

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        Lang lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var walk = Component(step).Get<ReadinessWalk>(WalkKey) ?? new ReadinessWalk();
        var next = walk.Take(step.Result as string, pipeline.Replies);
        if (next is null)
        {
            await step.Context.SendActivityAsync(
                walk.Sector is null ? ReadinessTexts.GaveUp[lang] : ReadinessTexts.TakenAsNotSure[lang],
                cancellationToken: cancellationToken
            );
            if (walk.Sector is null)
            {
                return await step.EndDialogAsync(cancellationToken: cancellationToken);
            }
        }

        Component(step).Set(WalkKey, next ?? walk.With(ReadinessReply.NotSure));
        return await step.ReplaceDialogAsync(Steps, cancellationToken: cancellationToken);
    }

    private async Task<bool> ValidateAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var walk = prompt.Options.Validations.Deserialize<ReadinessWalk>(StateJson.Options)!;
        if (walk.Take(prompt.Recognized.Value, pipeline.Replies) is not null)
        {
            return true;
        }

        var lang = await memories.LanguageAsync(prompt.Context, cancellationToken);
        var again = Question(walk, lang);

        again.Text = (walk.Sector is null ? ReadinessTexts.SectorUnread : ReadinessTexts.Unread).With(lang, again.Text);
        prompt.Options.RetryPrompt = again;
        return false;
    }

    private Activity Question(ReadinessWalk walk, Lang lang)
    {
        if (walk is not { Sector: { } sector } || walk.Next() is not { } next)
        {
            return Choices.Offer(
                MessageFactory.Text(ReadinessTexts.AskSector[lang]),
                new PromptOptions { Choices = ReadinessWalk.Sectors(lang), Style = ListStyle.List }
            );
        }

        var all = SupplierReadiness.GetRequirements(sector);
        var number = all.TakeWhile(requirement => requirement.Key != next.Key).Count() + 1;
        return Choices.Offer(
            MessageFactory.Text(ReadinessTexts.Question.With(lang, number, all.Count, next.Question[lang])),
            new PromptOptions { Choices = ReadinessWalk.RepliesIn(lang, pipeline.Replies) }
        );
    }

    private Activity Result(string? channel, SupplierReadinessResult result, Lang lang)
    {
        var print = new ReadinessPrint(result, lang, HanoiTime.DayOf(time.GetUtcNow()));
        var address = ReadinessLink.Address(print);
        var link =
            links.Value.PublicUrl is { } home ? new Uri(home, address).AbsoluteUri
            : channel == ChannelIds.Directline ? address
            : null;
        return MessageFactory.Attachment(
            ReadinessCard.Build(result, lang, print.Day, key => pipeline.TitleOf(key, lang), link),
            ReadinessTexts.Done.With(
                lang,
                result.Met.Count,
                result.Missing.Count,
                result.Unanswered.Count,
                result.Met.Count + result.Missing.Count + result.Unanswered.Count
            )
        );
    }

    private static DialogInstance Component(DialogContext dc) => dc.Parent!.ActiveDialog!;
}
