using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Rules.Formats;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Mail.Answers;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.AnswerMails;

/// <param name="ArticleKey">The article that answered.</param>
internal sealed record AnswerMailRequest(string ArticleKey);

/// <summary>Asks for the asker's own address, confirms it with a code, and has the answer sent to it.</summary>
internal sealed class AnswerMailDialog : ComponentDialog
{
    public const string DialogId = "answerMail";

    private const string AddressPrompt = "address";
    private const string CodePrompt = "code";
    private const string ArticleValue = "article";
    private const string AddressValue = "address";

    /// <summary>In place of a code: the code of the mail can no longer be used.</summary>
    private const string ExpiredCode = "expired";

    private readonly ChatMemoryAccessor memories;
    private readonly AnswerMailService mails;
    private readonly MailAddressConfirmationService confirmations;
    private readonly AnswerMailComposer composer;
    private readonly AnswerPipeline pipeline;

    public AnswerMailDialog(
        ChatMemoryAccessor memories,
        AnswerMailService mails,
        MailAddressConfirmationService confirmations,
        AnswerMailComposer composer,
        AnswerPipeline pipeline
    )
        : base(DialogId)
    {
        (this.memories, this.mails, this.confirmations, this.composer, this.pipeline) = (
            memories,
            mails,
            confirmations,
            composer,
            pipeline
        );
        AddDialog(new WaterfallDialog("steps", [AskAddressAsync, AskCodeAsync, SendAsync]));
        AddDialog(new TextPrompt(AddressPrompt, ReadAddressAsync));
        AddDialog(new TextPrompt(CodePrompt, ReadCodeAsync));
    }

    /// <summary>Repeats the question in the current language.</summary>
    protected override async Task OnRepromptDialogAsync(DialogContext innerDc, DialogInstance instance, CancellationToken cancellationToken)
    {
        var isCodeAsked = innerDc.Stack.Exists(dialog => dialog.Id == CodePrompt);
        await SayAsync(innerDc.Context, isCodeAsked ? AnswerMailTexts.EnterCode : AnswerMailTexts.AskAddress, cancellationToken);
    }

    private async Task<DialogTurnResult> AskAddressAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var key = step.OptionsAs<AnswerMailRequest>()?.ArticleKey;
        if (!mails.IsEnabled || step.Context.Activity.IsInGroup() || pipeline.Find(key) is null)
        {
            return await EndAsync(step, AnswerMailTexts.NotAvailable, cancellationToken);
        }

        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        var confirmed = await mails.FindConfirmedAddressAsync(step.Context.Activity, cancellationToken);
        step.Values[ArticleValue] = key;
        return await step.PromptAsync(
            AddressPrompt,
            new PromptOptions
            {
                Prompt = MessageFactory.Text(
                    confirmed is null
                        ? AnswerMailTexts.AskAddress[lang]
                        : AnswerMailTexts.AskConfirmedAddress.With(lang, AddressMask.Hide(confirmed))
                ),
                Validations = confirmed is null ? null : JsonValue.Create(confirmed),
            },
            cancellationToken
        );
    }

    private async Task<DialogTurnResult> AskCodeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not string address)
        {
            return await EndAsync(step, AnswerMailTexts.AddressAttemptsExhausted, cancellationToken);
        }

        var isConfirmed = await mails.IsConfirmedAsync(step.Context.Activity, address, cancellationToken);
        if (!await mails.TryTakeAsync(step.Context.Activity, address, isConfirmed, cancellationToken))
        {
            return await EndAsync(step, AnswerMailTexts.TooMany, cancellationToken);
        }

        step.Values[AddressValue] = address;
        if (isConfirmed)
        {
            return await step.NextAsync(address, cancellationToken);
        }

        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        step.Context.AddEffect(mails.CreateCodeRequest(step.Context.Activity, address, lang));
        return await step.PromptAsync(
            CodePrompt,
            new PromptOptions
            {
                Prompt = MessageFactory.Text(AnswerMailTexts.AskCode.With(lang, AddressMask.Hide(address))),
                RetryPrompt = MessageFactory.Text(AnswerMailTexts.EnterCode[lang]),
                Validations = JsonValue.Create(address),
                MaxAttempts = AddressConfirmation.MaxAttempts,
            },
            cancellationToken
        );
    }

    private async Task<DialogTurnResult> SendAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is ExpiredCode)
        {
            return await EndAsync(step, AnswerMailTexts.CodeExpired, cancellationToken);
        }

        if (step.Result is not string || step.Values[AddressValue]?.ToString() is not { } address)
        {
            return await EndAsync(step, AnswerMailTexts.CodeAttemptsExhausted, cancellationToken);
        }

        if (pipeline.Find(step.Values[ArticleValue]?.ToString()) is not { } article)
        {
            return await EndAsync(step, AnswerMailTexts.NotAvailable, cancellationToken);
        }

        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        var (subject, body) = composer.Compose(article, lang);
        step.Context.AddEffect(AnswerMailService.CreateMail(step.Context.Activity, address, subject, body));
        await step.Context.SendActivityAsync(
            AnswerMailTexts.Sent.With(lang, AddressMask.Hide(address)),
            cancellationToken: cancellationToken
        );
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Accepts an address, or a yes to the confirmed one.</summary>
    private async Task<bool> ReadAddressAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var text = prompt.Recognized.Value ?? "";
        if (prompt.Options.Validations?.GetValue<string>() is { } confirmed && pipeline.Replies.IsYes(text) == true)
        {
            prompt.Recognized.Value = confirmed;
            return true;
        }

        switch (EmailAddress.Parse(text))
        {
            case EmailAddressResult.Valid valid:
                prompt.Recognized.Value = valid.Normalized;
                return true;
            case EmailAddressResult.Invalid invalid when prompt.AttemptCount < prompt.Options.MaxAttempts:
                await SayAsync(prompt.Context, invalid.Reason, cancellationToken);
                return false;
            default:
                return false;
        }
    }

    /// <summary>
    /// Accepts the code that was sent to the address of this dialog, or ends it when a new code has to be asked for. A turn that runs again
    /// finds its code used; whether the address is confirmed alone decides.
    /// </summary>
    private async Task<bool> ReadCodeAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var address = prompt.Options.Validations!.GetValue<string>();
        IReadOnlyList<CheckedAddress> tried = OneTimeCode.FindIn(prompt.Recognized.Value) is { } code
            ? await confirmations.RedeemAsync(prompt.Context.Activity, code, cancellationToken)
            : [];
        if (await mails.IsConfirmedAsync(prompt.Context.Activity, address, cancellationToken))
        {
            return true;
        }

        var own = tried.FirstOrDefault(a => a.Address == address)?.Result;
        if (own == AddressCodeResult.Expired)
        {
            prompt.Recognized.Value = ExpiredCode;
            return true;
        }

        if (tried is [{ Result: AddressCodeResult.Confirmed }])
        {
            // It was the code for another address, of a case.
            await SayAsync(prompt.Context, CaseTexts.AddressConfirmed, cancellationToken);
        }
        else if (prompt.AttemptCount < prompt.Options.MaxAttempts)
        {
            var isSentAgain = own == AddressCodeResult.SentAgain;
            await SayAsync(prompt.Context, isSentAgain ? AnswerMailTexts.CodeSentAgain : AnswerMailTexts.CodeWrong, cancellationToken);
        }

        return false;
    }

    private async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, LocalizedText text, CancellationToken cancellationToken)
    {
        await SayAsync(step.Context, text, cancellationToken);
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private async Task SayAsync(ITurnContext turn, LocalizedText text, CancellationToken cancellationToken) =>
        await turn.SendActivityAsync(text[await memories.GetLanguageAsync(turn, cancellationToken)], cancellationToken: cancellationToken);
}
