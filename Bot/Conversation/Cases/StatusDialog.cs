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

/// <param name="Number">The case number, if the message contained one.</param>
internal sealed record StatusOptions(string? Number);

/// <summary>
/// Shows the status of cases: lists those that the asker sent from here, otherwise asks for the case number. A case that was sent from
/// elsewhere is shown to a person who enters the code that is sent to the e-mail address of the case. The replies do not reveal whether a
/// case exists.
/// </summary>
internal sealed class StatusDialog : ComponentDialog
{
    public const string DialogId = "status";

    private const string CodePrompt = "code";
    private const int MaxListedCases = 5;

    private readonly ChatMemoryAccessor memories;
    private readonly CaseStore store;
    private readonly CaseStatusReply statusReply;
    private readonly CaseLookupCodeService codes;

    public StatusDialog(ChatMemoryAccessor memories, CaseStore store, CaseStatusReply statusReply, CaseLookupCodeService codes)
        : base(DialogId)
    {
        (this.memories, this.store, this.statusReply, this.codes) = (memories, store, statusReply, codes);
        AddDialog(new WaterfallDialog("steps", [ListOrAskAsync, ShowOrAskCodeAsync, EndAsync]));
        AddDialog(new TextPrompt("number", ValidateNumberAsync));
        AddDialog(new TextPrompt(CodePrompt, ValidateCodeAsync));
    }

    /// <summary>Whether the dialog waits for a case number, not for the code of a mail that was sent.</summary>
    public static bool IsAskingForNumber(DialogInstance dialog) => dialog.Id == DialogId && !HasInnerDialog(dialog, CodePrompt);

    /// <summary>Repeats the question in the current language.</summary>
    protected override async Task OnRepromptDialogAsync(DialogContext innerDc, DialogInstance instance, CancellationToken cancellationToken)
    {
        Lang lang = await memories.GetLanguageAsync(innerDc.Context, cancellationToken);
        await innerDc.Context.SendActivityAsync(
            innerDc.Stack.Exists(dialog => dialog.Id == CodePrompt) ? CaseTexts.EnterCode[lang] : CaseTexts.AskNumber[lang],
            cancellationToken: cancellationToken
        );
    }

    private async Task<DialogTurnResult> ListOrAskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.OptionsAs<StatusOptions>() is { Number: { } number })
        {
            return await step.NextAsync(number, cancellationToken);
        }

        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        var activity = step.Context.Activity;
        var sentCases = await store.ListForAskerAsync(activity.ChannelId ?? "", activity.From?.Id ?? "", MaxListedCases, cancellationToken);
        if (sentCases.Count > 0)
        {
            await step.Context.SendActivityAsync(
                MessageFactory.Attachment(CaseCard.List(sentCases, lang), CaseTexts.YourCases[lang]),
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
        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        var activity = step.Context.Activity;
        if (step.Result is not string typed || !CaseNumber.TryParse(typed, out var number))
        {
            await step.Context.SendActivityAsync(CaseTexts.NumberAttemptsExhausted[lang], cancellationToken: cancellationToken);
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        if (!codes.IsEnabled || await statusReply.FindForSenderAsync(step.Context, number, cancellationToken) is not null)
        {
            await statusReply.SendStatusAsync(step.Context, number, lang, cancellationToken);
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        if (activity.IsInGroup() || !await codes.CanRequestCodeAsync(activity, cancellationToken))
        {
            await step.Context.SendActivityAsync(
                activity.IsInGroup() ? CaseTexts.CodeOnlyInPersonalChat[lang] : CaseTexts.TooManyCodes[lang],
                cancellationToken: cancellationToken
            );
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        step.Context.AddEffect(codes.CreateRequest(activity, number));
        return await step.PromptAsync(
            CodePrompt,
            new PromptOptions
            {
                Prompt = MessageFactory.Text(CaseTexts.AskCode.With(lang, number)),
                RetryPrompt = MessageFactory.Text(CaseTexts.EnterCode[lang]),
                Validations = JsonValue.Create(number.ToString()),
                MaxAttempts = CaseLookupCodeService.MaxAttempts,
            },
            cancellationToken
        );
    }

    private async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is null)
        {
            await step.Context.SendActivityAsync(
                CaseTexts.CodeAttemptsExhausted[await memories.GetLanguageAsync(step.Context, cancellationToken)],
                cancellationToken: cancellationToken
            );
        }

        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private async Task<bool> ValidateNumberAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        if (CaseNumber.TryParse(prompt.Recognized.Value, out _))
        {
            return true;
        }

        if (prompt.AttemptCount < prompt.Options.MaxAttempts)
        {
            var lang = await memories.GetLanguageAsync(prompt.Context, cancellationToken);
            await prompt.Context.SendActivityAsync(CaseTexts.NumberUnreadable[lang], cancellationToken: cancellationToken);
        }

        return false;
    }

    /// <summary>
    /// Shows the case when the code is right. The reply is the same for a wrong code, an expired one and one for a case that does not
    /// exist.
    /// </summary>
    private async Task<bool> ValidateCodeAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(prompt.Context, cancellationToken);
        if (
            OneTimeCode.FindIn(prompt.Recognized.Value) is { } code
            && CaseNumber.TryParse(prompt.Options.Validations!.GetValue<string>(), out var number)
            && await codes.RedeemAsync(prompt.Context.Activity, number, code, cancellationToken) is { } found
        )
        {
            await statusReply.SendStatusOnceAsync(prompt.Context, found, lang, cancellationToken);
            return true;
        }

        if (prompt.AttemptCount < prompt.Options.MaxAttempts)
        {
            await prompt.Context.SendActivityAsync(CaseTexts.CodeWrong[lang], cancellationToken: cancellationToken);
        }

        return false;
    }
}
