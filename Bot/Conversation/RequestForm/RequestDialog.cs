using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Rules.Formats;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <param name="Facts">Values that are already known, as typed, by the key of the field.</param>
/// <param name="Question">The question after which the asker asked for an official.</param>
internal sealed record RequestPrefill(Dictionary<string, string> Facts, string? Question)
{
    /// <summary>The answer to that question.</summary>
    public string? Answer { get; init; }

    /// <summary>How that answer was found; for the official.</summary>
    public string? Trace { get; init; }
}

/// <summary>
/// The request form: one form card and, for askers who type, the same fields question by question; then a summary to send, edit or cancel.
/// Both ways fill the same form, which is the state of the dialog.
/// </summary>
internal sealed partial class RequestDialog : ComponentDialog
{
    public const string DialogId = "request";

    private const string FillDialog = "fill";
    private const string ReviewDialog = "review";
    private const string ChangeDialog = "change";
    private const string FieldPrompt = "fieldText";
    private const string FieldChoicePrompt = "choose";
    private const string DecisionPrompt = "decide";
    private const string FormKey = "form";
    private const string AskedFieldKey = "asking";
    private const string ShowsCardKey = "showsCard";

    private readonly ChatMemoryAccessor memories;
    private readonly AskerCaseService askerCases;
    private readonly RequestFieldList fields;
    private readonly AnswerPipeline pipeline;
    private readonly PublicLinks links;
    private readonly MailAddressConfirmationService addressConfirmations;
    private readonly TimeProvider time;

    public RequestDialog(
        ChatMemoryAccessor memories,
        AskerCaseService askerCases,
        RequestFieldList fields,
        AnswerPipeline pipeline,
        PublicLinks links,
        MailAddressConfirmationService addressConfirmations,
        TimeProvider time
    )
        : base(DialogId)
    {
        (this.memories, this.askerCases, this.fields, this.pipeline) = (memories, askerCases, fields, pipeline);
        (this.links, this.addressConfirmations, this.time) = (links, addressConfirmations, time);
        AddDialog(new WaterfallDialog(FillDialog, [AskNextFieldAsync, StoreValueAsync]));
        AddDialog(new WaterfallDialog(ReviewDialog, [AskForDecisionAsync, ApplyDecisionAsync]));
        AddDialog(new WaterfallDialog(ChangeDialog, [AskWhichFieldAsync, ChangeFieldAsync]));
        AddDialog(new TextPrompt(FieldPrompt, ValidateAsync));
        AddDialog(new ChoicePrompt(FieldChoicePrompt));
        AddDialog(new ChoicePrompt(DecisionPrompt, ReadDecision));
    }

    /// <summary>The key of the field that is being asked for; null when none is.</summary>
    public static string? GetAskedFieldKey(DialogInstance instance) => instance.Get<string>(AskedFieldKey);

    /// <summary>True when the form with this id is the one that is being filled in.</summary>
    public static bool IsOpenForm(DialogContext dc, string formId) =>
        dc.ActiveDialog is { Id: DialogId } active && active.Get<RequestForm>(FormKey)?.Id == formId;

    /// <summary>The files of the form that is being filled in; null when none is.</summary>
    public static IReadOnlyList<StoredFile>? GetFormFiles(DialogContext dc) =>
        dc.ActiveDialog is { Id: DialogId } active ? active.Get<RequestForm>(FormKey)?.Files : null;

    /// <summary>Adds files to the form that is being filled in.</summary>
    public static void AttachFiles(DialogContext dc, IReadOnlyList<StoredFile> files)
    {
        if (files.Count > 0 && dc.ActiveDialog is { Id: DialogId } active && active.Get<RequestForm>(FormKey) is { } form)
        {
            active.Set(FormKey, form with { Files = [.. form.Files, .. files] });
        }
    }

    /// <summary>
    /// Whether to ask before the open form is discarded: something was filled in, or may have been on a card that was not sent yet.
    /// </summary>
    public static bool MayHaveContent(DialogContext dc) =>
        dc.ActiveDialog is { Id: DialogId } active
        && active.Get<RequestForm>(FormKey) is { } form
        && (form.Revision > 0 || form.Files.Count > 0 || dc.Context.Activity.ChannelId == ChannelIds.Directline);

    /// <summary>The next reprompt shows the card of the open form again.</summary>
    public static void ShowCardAgain(DialogContext dc) => dc.ActiveDialog?.Set(ShowsCardKey, true);

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc,
        object? options,
        CancellationToken cancellationToken
    )
    {
        var prefill = options as RequestPrefill ?? new RequestPrefill([], null);
        var typed = new Dictionary<string, string>(prefill.Facts);
        if (prefill.Question is { Length: > 0 } question)
        {
            typed.TryAdd(RequestFields.Content.Key, question);
        }

        var memory = await memories.GetAsync(innerDc.Context, cancellationToken);
        var form = new RequestForm
        {
            Files = [.. memory.HeldFiles],
            Id = innerDc.Context.Activity.Id ?? "1",
            TypedValues = typed,
            Question = prefill.Question,
            Answer = prefill.Answer,
            Trace = prefill.Trace,
        };
        memory.HeldFiles.Clear();
        SaveForm(innerDc, form);
        var lang = await memories.GetLanguageAsync(innerDc.Context, cancellationToken);
        if (form.Files.Count > 0 && !InboundFileReceiver.HasFiles(innerDc.Context.Activity))
        {
            await innerDc.Context.SendActivityAsync(BuildFileNotice(form.Files, lang), cancellationToken);
        }

        await innerDc.Context.SendActivityAsync(BuildOpeningMessage(form, lang, innerDc.Context.Activity), cancellationToken);
        return await innerDc.BeginDialogAsync(FillDialog, new FillOptions { IsSilent = true }, cancellationToken);
    }

    protected override Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
        FormClick.Read(innerDc.Context.Activity) is { } click
            ? OnClickAsync(innerDc, click, cancellationToken)
            : innerDc.ContinueDialogAsync(cancellationToken);

    /// <summary>Repeats the question in the current language, which may not be the one in which it was first asked.</summary>
    protected override async Task OnRepromptDialogAsync(DialogContext innerDc, DialogInstance instance, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(innerDc.Context, cancellationToken);

        var form = instance.Get<RequestForm>(FormKey)!;
        var reading = RequestFormReader.Read(fields, form, lang);
        var isReviewed = innerDc.Stack.Exists(dialog => dialog.Id == ReviewDialog);
        if (instance.Get<bool>(ShowsCardKey) && !isReviewed)
        {
            instance.Set(ShowsCardKey, false);
            await innerDc.Context.SendActivityAsync(BuildFormAgain(form, reading, lang), cancellationToken);
            return;
        }

        await innerDc.Context.SendActivityAsync(RequestTexts.BackToForm[lang], cancellationToken: cancellationToken);
        if (isReviewed)
        {
            await innerDc.Context.SendActivityAsync(RequestFormMessages.BuildSummary(form, reading, lang), cancellationToken);
        }
        else if (fields.Find(GetAskedFieldKey(instance)) is { } field)
        {
            var question = BuildQuestion(field, form, reading, lang);
            RequestFormMessages.OfferForm(question, lang);
            await innerDc.Context.SendActivityAsync(question, cancellationToken);
        }
        else
        {
            await innerDc.Context.SendActivityAsync(RequestTexts.AskWhichField[lang], cancellationToken: cancellationToken);
        }
    }

    private async Task<DialogTurnResult> OnClickAsync(DialogContext innerDc, FormClick click, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(innerDc.Context, cancellationToken);
        var form = GetForm(innerDc);
        switch (click.Action)
        {
            case CardActions.CancelForm:
                await AskToDiscardAsync(innerDc.Context, lang, cancellationToken);
                return EndOfTurn;
            case CardActions.ConfirmForm when innerDc.Stack.Exists(dialog => dialog.Id == ReviewDialog) && click.Revision == form.Revision:
                return await SendAsync(innerDc, lang, cancellationToken);
            case CardActions.SubmitForm:
                form = form.WithValues(click.ReadFieldValues(form, fields), time.GetUtcNow());
                SaveForm(innerDc, form with { ChangingFieldKey = null, WardAttempts = 0 });
                break;
            case CardActions.EditForm:
                await innerDc.Context.SendActivityAsync(
                    RequestFormMessages.BuildForm(form, RequestFormReader.Read(fields, form, lang), lang, showProblems: false),
                    cancellationToken
                );
                return EndOfTurn;
        }

        await innerDc.CancelAllDialogsAsync(cancellationToken);
        var reading = RequestFormReader.Read(fields, GetForm(innerDc), lang);
        if (reading.Problems.Count == 0)
        {
            return await innerDc.BeginDialogAsync(ReviewDialog, cancellationToken: cancellationToken);
        }

        await innerDc.Context.SendActivityAsync(
            RequestFormMessages.BuildForm(GetForm(innerDc), reading, lang, showProblems: true),
            cancellationToken
        );
        return await innerDc.BeginDialogAsync(FillDialog, new FillOptions { IsSilent = true }, cancellationToken);
    }

    /// <summary>Discards nothing yet: <see cref="Messages.DiscardHandler"/> reads the reply.</summary>
    private async Task AskToDiscardAsync(ITurnContext turn, Lang lang, CancellationToken cancellationToken)
    {
        (await memories.GetAsync(turn, cancellationToken)).IsDiscardPending = true;
        await turn.SendActivityAsync(RequestFormMessages.BuildDiscardQuestion(lang), cancellationToken);
    }

    /// <summary>Submits the request with the turn, if the rules accept it.</summary>
    private async Task<DialogTurnResult> SendAsync(DialogContext dc, Lang lang, CancellationToken cancellationToken)
    {
        var form = GetForm(dc);
        var reading = RequestFormReader.Read(fields, form, lang);
        var outcome = await askerCases.SubmitAsync(reading.Draft, Asker.From(dc.Context.Activity), cancellationToken);
        if (outcome is FilingOutcome.TooMany { Limit: var limit })
        {
            await dc.Context.SendActivityAsync(CaseTexts.TooManyCases.With(lang, limit), cancellationToken: cancellationToken);
            return await dc.ReplaceDialogAsync(FillDialog, new FillOptions { IsSilent = true }, cancellationToken);
        }

        if (outcome is not FilingOutcome.Filed { Request: var request } filed)
        {
            await dc.Context.SendActivityAsync(RequestFormMessages.BuildForm(form, reading, lang, showProblems: true), cancellationToken);
            return await dc.ReplaceDialogAsync(FillDialog, new FillOptions { IsSilent = true }, cancellationToken);
        }

        dc.Context.AddEffect(filed.Effect);
        if (form.Files.Count > 0)
        {
            dc.Context.AddEffect(new AddCaseFilesEffect(request.CaseNumber, form.Files, time.GetUtcNow()));
        }

        (await memories.GetAsync(dc.Context, cancellationToken)).LastSentForm = new SentForm(form.Id, request.CaseNumber);
        await dc.Context.SendActivityAsync(
            MessageFactory.Attachment(
                CaseCard.Status(
                    request,
                    lastFromOfficial: null,
                    lang,
                    offersActs: true,
                    addressConfirmations.IsEnabled,
                    [.. form.Files.Select(file => new AskerAddition(time.GetUtcNow(), CaseCardTexts.SentFile.With(lang, file.Name)))]
                ),
                await ComposeConfirmationAsync(request, lang, cancellationToken)
            ),
            cancellationToken
        );
        while (dc.Stack.Count > 1)
        {
            dc.Stack.RemoveAt(dc.Stack.Count - 1);
        }

        return await dc.EndDialogAsync(request.CaseNumber, cancellationToken);
    }

    private async Task<string> ComposeConfirmationAsync(SupportRequest request, Lang lang, CancellationToken cancellationToken)
    {
        var sent = CaseTexts.RequestSent.With(lang, request.CaseNumber);
        return await addressConfirmations.IsCodeNeededAsync(request, cancellationToken)
            ? $"{sent}\n\n{CaseTexts.AddressCodeSent.With(lang, AddressMask.Hide(request.Facts.Email!))}"
            : sent;
    }

    /// <summary>Names of files are untrusted: plain text.</summary>
    private static Activity BuildFileNotice(IEnumerable<StoredFile> files, Lang lang)
    {
        var notice = MessageFactory.Text(string.Join('\n', files.Select(file => FileTexts.AddedToForm.With(lang, file.Name))));
        notice.TextFormat = TextFormatTypes.Plain;
        return notice;
    }

    private static RequestForm GetForm(DialogContext dc) => GetComponentInstance(dc).Get<RequestForm>(FormKey)!;

    private static void SaveForm(DialogContext dc, RequestForm form) => GetComponentInstance(dc).Set(FormKey, form);

    private static DialogInstance GetComponentInstance(DialogContext dc) => dc.Parent!.ActiveDialog!;

    private sealed record FillOptions
    {
        /// <summary>
        /// Sends no question, because the message with the card already asked it; a typed answer is for the first open field.
        /// </summary>
        public bool IsSilent { get; init; }
    }
}
