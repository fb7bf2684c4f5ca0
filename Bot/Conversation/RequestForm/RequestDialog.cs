using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <param name="Facts">Known already, as typed, by the field's key.</param>
/// <param name="Question">What was asked before a person was asked for.</param>
internal sealed record RequestPrefill(Dictionary<string, string> Facts, string? Question)
{
    /// <summary>What was answered to it.</summary>
    public string? Answer { get; init; }

    /// <summary>How that answer came about; for the official.</summary>
    public string? Trace { get; init; }
}

/// <summary>
/// A support request: one form card and, for those who type, the same fields question by question; then a summary to send, edit or
/// cancel. Both ways fill the one form that the dialog remembers.
/// </summary>
internal sealed partial class RequestDialog : ComponentDialog
{
    public const string DialogId = "request";

    private const string Fill = "fill";
    private const string Review = "review";
    private const string Change = "change";
    private const string FieldText = "fieldText";
    private const string Choose = "choose";
    private const string Decide = "decide";
    private const string FormKey = "form";
    private const string AskingKey = "asking";

    private readonly ChatMemories memories;
    private readonly AskerCaseService askers;
    private readonly RequestFieldList fields;
    private readonly AnswerPipeline pipeline;
    private readonly TimeProvider time;

    public RequestDialog(
        ChatMemories memories,
        AskerCaseService askers,
        RequestFieldList fields,
        AnswerPipeline pipeline,
        TimeProvider time
    )
        : base(DialogId)
    {
        (this.memories, this.askers, this.fields, this.pipeline, this.time) = (memories, askers, fields, pipeline, time);
        AddDialog(new WaterfallDialog(Fill, [AskNextAsync, TakeAsync]));
        AddDialog(new WaterfallDialog(Review, [AskToSendAsync, DecideAsync]));
        AddDialog(new WaterfallDialog(Change, [AskWhichAsync, ChangeAsync]));
        AddDialog(new TextPrompt(FieldText, ValidateAsync));
        AddDialog(new ChoicePrompt(Choose));
        AddDialog(new ChoicePrompt(Decide, ReadDecision));
    }

    /// <summary>The key of the field that is being asked for; null outside of a question for one.</summary>
    public static string? Asking(DialogInstance instance) => instance.Get<string>(AskingKey);

    /// <summary>Whether the form with this id is the one that is being filled in.</summary>
    public static bool IsFilling(DialogContext dc, string formId) =>
        dc.ActiveDialog is { Id: DialogId } active && active.Get<RequestForm>(FormKey)?.Id == formId;

    /// <summary>The files of the form that is being filled in; null when none is.</summary>
    public static IReadOnlyList<StoredFile>? FilesOf(DialogContext dc) =>
        dc.ActiveDialog is { Id: DialogId } active ? active.Get<RequestForm>(FormKey)?.Files : null;

    /// <summary>Adds files to the form that is being filled in.</summary>
    public static void Attach(DialogContext dc, IReadOnlyList<StoredFile> files)
    {
        if (files.Count > 0 && dc.ActiveDialog is { Id: DialogId } active && active.Get<RequestForm>(FormKey) is { } form)
        {
            active.Set(FormKey, form with { Files = [.. form.Files, .. files] });
        }
    }

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

        var form = new RequestForm
        {
            Id = innerDc.Context.Activity.Id ?? "1",
            Typed = typed,
            Question = prefill.Question,
            Answer = prefill.Answer,
            Trace = prefill.Trace,
        };
        Keep(innerDc, form);
        var lang = await memories.LanguageAsync(innerDc.Context, cancellationToken);
        await innerDc.Context.SendActivityAsync(FirstForm(form, lang), cancellationToken);
        return await innerDc.BeginDialogAsync(Fill, new FillOptions { IsSilent = true }, cancellationToken);
    }

    protected override Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
        FormClick.Read(innerDc.Context.Activity) is { } click
            ? OnClickAsync(innerDc, click, cancellationToken)
            : innerDc.ContinueDialogAsync(cancellationToken);

    /// <summary>Asks again in the language spoken now, which may not be the one the question was first asked in.</summary>
    protected override async Task OnRepromptDialogAsync(DialogContext innerDc, DialogInstance instance, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(innerDc.Context, cancellationToken);

        await innerDc.Context.SendActivityAsync(RequestTexts.BackToForm[lang], cancellationToken: cancellationToken);
        var form = instance.Get<RequestForm>(FormKey)!;
        var reading = RequestFormReader.Read(fields, form, lang);
        if (innerDc.Stack.Exists(dialog => dialog.Id == Review))
        {
            await innerDc.Context.SendActivityAsync(RequestViews.Summary(form, reading, lang), cancellationToken);
        }
        else if (fields.Find(Asking(instance)) is { } field)
        {
            await innerDc.Context.SendActivityAsync(Offer(field, form, reading, lang), cancellationToken);
        }
        else
        {
            await innerDc.Context.SendActivityAsync(RequestTexts.AskWhichField[lang], cancellationToken: cancellationToken);
        }
    }

    private async Task<DialogTurnResult> OnClickAsync(DialogContext innerDc, FormClick click, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(innerDc.Context, cancellationToken);
        var form = Form(innerDc);
        switch (click.Action)
        {
            case CardActions.CancelForm:
                return await CancelAsync(innerDc, lang, cancellationToken);
            case CardActions.Confirm when innerDc.Stack.Exists(dialog => dialog.Id == Review) && click.Revision == form.Revision:
                return await SendAsync(innerDc, lang, cancellationToken);
            case CardActions.Form:
                form = form.With(click.Answers(form, fields), time.GetUtcNow());
                Keep(innerDc, form with { Changing = null, WardAttempts = 0 });
                break;
            case CardActions.Edit:
                await innerDc.Context.SendActivityAsync(
                    RequestViews.Form(form, RequestFormReader.Read(fields, form, lang), lang, showProblems: false),
                    cancellationToken
                );
                return EndOfTurn;
        }

        await innerDc.CancelAllDialogsAsync(cancellationToken);
        var reading = RequestFormReader.Read(fields, Form(innerDc), lang);
        if (reading.Problems.Count == 0)
        {
            return await innerDc.BeginDialogAsync(Review, cancellationToken: cancellationToken);
        }

        await innerDc.Context.SendActivityAsync(RequestViews.Form(Form(innerDc), reading, lang, showProblems: true), cancellationToken);
        return await innerDc.BeginDialogAsync(Fill, new FillOptions { IsSilent = true }, cancellationToken);
    }

    private static async Task<DialogTurnResult> CancelAsync(DialogContext dc, Lang lang, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(ChatTexts.Cancelled[lang], cancellationToken: cancellationToken);
        return await dc.CancelAllDialogsAsync(cancellationToken);
    }

    /// <summary>Files the request with the turn, when its rule accepts it.</summary>
    private async Task<DialogTurnResult> SendAsync(DialogContext dc, Lang lang, CancellationToken cancellationToken)
    {
        var form = Form(dc);
        var reading = RequestFormReader.Read(fields, form, lang);
        if (
            await askers.SubmitAsync(reading.Draft, Asker.From(dc.Context.Activity), cancellationToken)
            is not FilingOutcome.Filed { Request: var request } filed
        )
        {
            await dc.Context.SendActivityAsync(RequestViews.Form(form, reading, lang, showProblems: true), cancellationToken);
            return await dc.ReplaceDialogAsync(Fill, new FillOptions { IsSilent = true }, cancellationToken);
        }

        dc.Context.AddEffect(filed.Effect);
        if (form.Files.Count > 0)
        {
            dc.Context.AddEffect(new AddCaseFiles(request.CaseNumber, form.Files, time.GetUtcNow()));
        }

        (await memories.GetAsync(dc.Context, cancellationToken)).Sent = new SentForm(form.Id, request.CaseNumber);
        await dc.Context.SendActivityAsync(
            MessageFactory.Attachment(
                CaseCard.Status(request, lastFromOfficial: null, lang),
                CaseTexts.Sent.With(lang, request.CaseNumber)
            ),
            cancellationToken
        );
        while (dc.Stack.Count > 1)
        {
            dc.Stack.RemoveAt(dc.Stack.Count - 1);
        }

        return await dc.EndDialogAsync(request.CaseNumber, cancellationToken);
    }

    private static RequestForm Form(DialogContext dc) => Component(dc).Get<RequestForm>(FormKey)!;

    private static void Keep(DialogContext dc, RequestForm form) => Component(dc).Set(FormKey, form);

    private static DialogInstance Component(DialogContext dc) => dc.Parent!.ActiveDialog!;

    private sealed record FillOptions
    {
        /// <summary>Asks nothing: the message with the card has, and a typed answer is for the first open field.</summary>
        public bool IsSilent { get; init; }
    }
}
