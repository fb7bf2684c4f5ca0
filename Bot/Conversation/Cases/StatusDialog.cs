using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <param name="Number">The case that was named already.</param>
internal sealed record StatusOptions(string? Number);

/// <summary>
/// Where a request stands: those sent from here are listed; otherwise the number is asked for. A request that was sent from elsewhere is
/// shown
/// to whoever enters the code that goes to its e-mail address. What is said does not tell whether there is such a request.
/// </summary>
internal sealed class StatusDialog : ComponentDialog
{
    public const string DialogId = "status";

    private const string Code = "code";
    private const int MaxListed = 5;

    private readonly ChatMemories memories;
    private readonly CaseStore store;
    private readonly CaseTeller cases;
    private readonly CaseCodes codes;

    public StatusDialog(ChatMemories memories, CaseStore store, CaseTeller cases, CaseCodes codes)
        : base(DialogId)
    {
        (this.memories, this.store, this.cases, this.codes) = (memories, store, cases, codes);
        AddDialog(new WaterfallDialog("steps", [ListOrAskAsync, ShowOrAskCodeAsync, EndAsync]));
        AddDialog(new TextPrompt("number", ValidateAsync));
        AddDialog(new TextPrompt(Code, TryCodeAsync));
    }

    /// <summary>Asks again in the language spoken now.</summary>
    protected override async Task OnRepromptDialogAsync(DialogContext innerDc, DialogInstance instance, CancellationToken cancellationToken)
    {
        Lang lang = await memories.LanguageAsync(innerDc.Context, cancellationToken);
        await innerDc.Context.SendActivityAsync(
            innerDc.Stack.Exists(dialog => dialog.Id == Code) ? CaseTexts.EnterCode[lang] : CaseTexts.AskNumber[lang],
            cancellationToken: cancellationToken
        );
    }

    private async Task<DialogTurnResult> ListOrAskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.OptionsAs<StatusOptions>() is { Number: { } given })
        {
            return await step.NextAsync(given, cancellationToken);
        }

        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var activity = step.Context.Activity;
        var own = await store.ListForAskerAsync(activity.ChannelId ?? "", activity.From?.Id ?? "", MaxListed, cancellationToken);
        if (own.Count > 0)
        {
            await step.Context.SendActivityAsync(
                MessageFactory.Attachment(CaseCard.List(own, lang), CaseTexts.YourCases[lang]),
                cancellationToken
            );
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        return await step.PromptAsync(
            "number",
            new PromptOptions { Prompt = MessageFactory.Text(CaseTexts.AskNumber[lang]) },
            cancellationToken
        );
    }

    private async Task<DialogTurnResult> ShowOrAskCodeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var activity = step.Context.Activity;
        if (step.Result is not string typed || !CaseNumber.TryParse(typed, out var number))
        {
            await step.Context.SendActivityAsync(CaseTexts.GaveUp[lang], cancellationToken: cancellationToken);
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        if (!codes.IsOn || await cases.FindOwnAsync(step.Context, number, cancellationToken) is not null)
        {
            await cases.TellAsync(step.Context, number, lang, cancellationToken);
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        if (activity.IsInGroup() || !await codes.MayAskAsync(activity, cancellationToken))
        {
            await step.Context.SendActivityAsync(
                activity.IsInGroup() ? CaseTexts.CodeNotInGroup[lang] : CaseTexts.TooManyCodes[lang],
                cancellationToken: cancellationToken
            );
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        step.Context.AddEffect(codes.Ask(activity, number));
        return await step.PromptAsync(
            Code,
            new PromptOptions
            {
                Prompt = MessageFactory.Text(CaseTexts.AskCode.With(lang, number)),
                RetryPrompt = MessageFactory.Text(CaseTexts.EnterCode[lang]),
                Validations = JsonValue.Create(number.ToString()),
                MaxAttempts = CaseCodes.MaxTries,
            },
            cancellationToken
        );
    }

    private async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is null)
        {
            await step.Context.SendActivityAsync(
                CaseTexts.CodeGivenUp[await memories.LanguageAsync(step.Context, cancellationToken)],
                cancellationToken: cancellationToken
            );
        }

        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private async Task<bool> ValidateAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        if (CaseNumber.TryParse(prompt.Recognized.Value, out _))
        {
            return true;
        }

        if (prompt.AttemptCount < prompt.Options.MaxAttempts)
        {
            var lang = await memories.LanguageAsync(prompt.Context, cancellationToken);
            await prompt.Context.SendActivityAsync(CaseTexts.NumberUnreadable[lang], cancellationToken: cancellationToken);
        }

        return false;
    }

    /// <summary>Shows the case when the code is right; a wrong one, an old one and one for a case that does not exist are the
    /// same.</summary>
    private async Task<bool> TryCodeAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(prompt.Context, cancellationToken);
        var digits = string.Concat((prompt.Recognized.Value ?? "").Where(char.IsAsciiDigit));
        if (
            digits.Length == CaseCodes.Digits
            && CaseNumber.TryParse(prompt.Options.Validations!.GetValue<string>(), out var number)
            && await codes.TryAsync(prompt.Context.Activity, number, digits, cancellationToken) is { } found
        )
        {
            await CaseTeller.ShowOnceAsync(prompt.Context, found, lang, cancellationToken);
            return true;
        }

        if (prompt.AttemptCount < prompt.Options.MaxAttempts)
        {
            await prompt.Context.SendActivityAsync(CaseTexts.CodeWrong[lang], cancellationToken: cancellationToken);
        }

        return false;
    }
}
