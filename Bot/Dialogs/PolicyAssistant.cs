using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Dialogs;

/// <summary>The assistant: hears what was said or clicked, and decides what is said next.</summary>
internal sealed class PolicyAssistant : IBot
{
    /// <summary>The event by which a chat's own language button says, without a message, that its <see cref="Activity.Locale"/> was chosen.</summary>
    public const string LanguageEvent = "language";

    private readonly AnswerPipeline pipeline;
    private readonly ChatMemories memories;
    private readonly PrivateConversationState state;
    private readonly CaseTeller cases;
    private readonly ChatFiles files;
    private readonly CardClicks clicks;
    private readonly ModelAnswers model;
    private readonly OutsideSearch outside;
    private readonly DialogSet dialogs;
    private readonly TimeProvider time;

    public PolicyAssistant(AnswerPipeline pipeline, ChatMemories memories, PrivateConversationState state, CaseTeller cases, ChatFiles files, CaseNumberAllocator numbers, StatusDialog status, ReadinessDialog readiness, CardClicks clicks, ModelAnswers model, OutsideSearch outside, TimeProvider time)
    {
        (this.pipeline, this.memories, this.state, this.cases, this.files, this.clicks, this.model, this.outside, this.time) = (pipeline, memories, state, cases, files, clicks, model, outside, time);
        dialogs = new DialogSet(state.CreateProperty<DialogState>("dialogs"))
            .Add(new RequestDialog(memories, numbers, time))
            .Add(status)
            .Add(readiness)
            .Add(new GuideDialog(memories, pipeline, time));
    }

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity.BotWasAdded() || activity is { Type: ActivityTypes.InstallationUpdate, Action: "add" })
            await Greeting.SayOnceAsync(turnContext, await ChatAsync(turnContext, cancellationToken), cancellationToken);
        else if (activity.Type == ActivityTypes.Message)
            await OnMessageAsync(await ChatAsync(turnContext, cancellationToken), cancellationToken);
        else if (activity is { Type: ActivityTypes.Event, Name: LanguageEvent } && LangCodes.Parse(activity.Locale) is { } chosen)
            (await ChatAsync(turnContext, cancellationToken)).Memory.Language = chosen;
    }

    private async Task<Chat> ChatAsync(ITurnContext turn, CancellationToken cancellationToken) => new(
        turn,
        await memories.GetAsync(turn, cancellationToken),
        await dialogs.CreateContextAsync(turn, cancellationToken));

    private async Task OnMessageAsync(Chat chat, CancellationToken cancellationToken)
    {
        switch (await clicks.ReadAsync(chat, cancellationToken))
        {
            case Click.Said said:
                await OnTextAsync(chat, said.Text, isClick: true, cancellationToken);
                break;
            case Click.OfTheForm:
                await chat.Dialogs.ContinueDialogAsync(cancellationToken);
                break;
            case Click.AskOfficial official:
                await BeginRequestAsync(chat, official.Question, official.Given, cancellationToken);
                break;
            case Click.ShowCase shown:
                await cases.TellAsync(chat.Turn, shown.Number, chat.Language, cancellationToken);
                break;
            case Click.Rated rated:
                await RateAsync(chat, rated, cancellationToken);
                break;
            case Click.None:
                await OnWordsAsync(chat, (chat.Turn.Activity.Text ?? "").Trim(), cancellationToken);
                break;
        }
    }

    /// <summary>A case of somebody else is as little known as one that does not exist.</summary>
    private async Task RateAsync(Chat chat, Click.Rated rated, CancellationToken cancellationToken)
    {
        var (channel, user) = (chat.Turn.Activity.ChannelId ?? "", chat.Turn.Activity.From?.Id ?? "");
        if (await cases.FindOwnAsync(chat.Turn, rated.Number, cancellationToken) is null)
        {
            await chat.SayAsync(CaseTexts.For(chat.Language).NotFound.With(rated.Number), cancellationToken);
            return;
        }

        chat.Turn.AddEffect(new RateCase(rated.Number.ToString(), channel, user, rated.Score, rated.Word, time.GetUtcNow()));
        await chat.SayAsync(RatingTexts.For(chat.Language).Thanks.With(rated.Score, rated.Number), cancellationToken);
    }

    private async Task OnWordsAsync(Chat chat, string text, CancellationToken cancellationToken)
    {
        var heard = await files.HearAsync(chat, cancellationToken);
        if (heard != FilesHeard.All && text.Length > 0)
            await OnTextAsync(chat, text, isClick: false, cancellationToken);
        else if (heard == FilesHeard.None)
            await chat.SayAsync(chat.Texts.NothingSaid, cancellationToken);
        else if (chat.Dialogs.ActiveDialog is not null)
            await chat.Dialogs.RepromptDialogAsync(cancellationToken);
    }

    private async Task OnTextAsync(Chat chat, string text, bool isClick, CancellationToken cancellationToken)
    {
        await Greeting.DiscloseOnceAsync(chat, cancellationToken);
        var waiting = chat.Dialogs.ActiveDialog;
        if (waiting is null && !isClick && GuideStart.Corrected(chat.Memory, text, pipeline.Today) is { } corrected)
        {
            await GuideStart.BeginAsync(chat, corrected, cancellationToken);
            return;
        }

        var meant = waiting is null ? Asking.Meant(text, chat.Memory) : text;
        var question = new Question(meant, chat.Language) { Context = chat.Memory.Context() };
        var heard = waiting is null ? await outside.AskEachAsync(question, cancellationToken) : pipeline.AskEach(question); // What is typed into a form stays here.
        if (waiting is null && heard is [Answer.Clarify or Answer.Unanswerable] && await WholeAsync(chat, meant, cancellationToken) is { } whole)
            heard = [whole];
        if (CaseMessage.Read(text) is { } about && waiting?.Id != StatusDialog.DialogId)
            await CaseMessage.HandleAsync(chat, cases, about, time, cancellationToken);
        else if (waiting is not null && !isClick && !Interruption.Interrupts(text, heard[0], waiting))
        {
            if ((await chat.Dialogs.ContinueDialogAsync(cancellationToken)).Status != DialogTurnStatus.Empty)
                return;
            await HeardEachAsync(chat, text, heard, isClick, cancellationToken);
        }
        else
            await HeardEachAsync(chat, meant, heard, isClick, cancellationToken);

        if (waiting is not null && chat.Dialogs.ActiveDialog == waiting)
            await chat.Dialogs.RepromptDialogAsync(cancellationToken);
    }

    /// <summary>What a follow-up is answered with once a model has made a whole question of it; null when that does not help.</summary>
    private async Task<Answer?> WholeAsync(Chat chat, string text, CancellationToken cancellationToken)
    {
        if (chat.Memory.Answers.LastOrDefault() is not { ArticleKey: { } key } last || pipeline.TitleOf(key, chat.Language) is not { } title)
            return null;
        var whole = await model.RewriteAsync(chat.Turn, new FollowUpQuestion(text, last.Question, title, chat.Language), cancellationToken);
        return whole is null ? null : pipeline.Ask(new Question(whole, chat.Language)) as Answer.Answered;
    }

    private async Task HeardEachAsync(Chat chat, string text, IReadOnlyList<Answer> heard, bool isClick, CancellationToken cancellationToken)
    {
        if (heard.Count > 1 && AnswerPipeline.AsksMore(text))
            await chat.SayAsync(GuideChatTexts.For(chat.Language).FirstThree, cancellationToken);
        for (var i = 0; i < heard.Count; i++)
            await HeardAsync(chat, new Said(heard.Count == 1 ? text : heard[i].Meant ?? text, isClick || heard.Count > 1, i), heard[i], cancellationToken);
    }

    /// <summary>The one place where every outcome has its consequence.</summary>
    private async Task HeardAsync(Chat chat, Said said, Answer heard, CancellationToken cancellationToken)
    {
        switch (heard)
        {
            case Answer.Command { Kind: CommandKind.Help }:
                await chat.SayAsync(chat.Texts.Help, cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.Cancel }:
                await chat.SayAsync(chat.Dialogs.ActiveDialog is null ? chat.Texts.NothingToCancel : chat.Texts.Cancelled, cancellationToken);
                await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.Vietnamese }:
                await ChooseAsync(chat, Lang.Vi, cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.English }:
                await ChooseAsync(chat, Lang.En, cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.Request }:
                await BeginRequestAsync(chat, question: null, given: null, cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.Status }:
                await BeginStatusAsync(chat, cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.SupplierReadiness }:
                chat.Memory.Language = heard.Language;
                await BeginReadinessAsync(chat, cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.More }:
                await Recalling.SayMoreAsync(chat, pipeline, cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.WhatIsKnown }:
                await Recalling.SayKnownAsync(chat, cancellationToken);
                break;
            case Answer.Command command when GuideStart.Of(command.Kind) is { } kind:
                chat.Memory.Language = heard.Language;
                await GuideStart.BeginAsync(chat, GuideStart.New(kind, chat.Memory), cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.DeleteMyData }:
                var forgotten = chat.Texts.DataCleared;
                chat.Turn.AddEffect(new ForgetAsker(chat.Turn.Activity.ChannelId ?? "", chat.Turn.Activity.Conversation?.Id ?? "", chat.Turn.Activity.From?.Id ?? ""));
                chat.Dialogs.Stack.Clear();
                await state.ClearStateAsync(chat.Turn, cancellationToken);
                await chat.SayAsync(forgotten, cancellationToken);
                break;
            case Answer.SmallTalk talk:
                await chat.SayAsync(talk.Text, cancellationToken);
                break;
            default:
                chat.Memory.Language = heard.Language;
                foreach (var (field, value) in SaidFacts.Read(said.Text))
                    chat.Memory.Facts[field] = value;
                chat.Memory.Enterprise = chat.Memory.Enterprise.With(heard.Said);
                if (heard is { StartsGuide: true, Guide: { } guide } && chat.Dialogs.ActiveDialog?.Id != RequestDialog.DialogId)
                    await GuideStart.BeginAsync(chat, guide with { Facts = chat.Memory.Enterprise.With(guide.Facts) }, cancellationToken);
                else
                    await AnswerAsync(chat, heard, said, cancellationToken);
                break;
        }
    }

    /// <summary>Says an answer, worded by a model where there is one; what a rule tells stays as it is.</summary>
    private async Task AnswerAsync(Chat chat, Answer heard, Said said, CancellationToken cancellationToken)
    {
        var (worded, stream) = heard.Guide is null ? await model.WordAsync(chat.Turn, heard, heard.Meant ?? said.Text, cancellationToken) : new SaidAnswer(heard, null);
        var id = await Asking.SayAsync(chat.Turn, chat.Memory, worded, said, stream, cancellationToken);
        chat.Turn.AddEffect(RecordAnswer.Of(chat.Turn.Activity, id, said.Text, worded, pipeline.RevisionOf(RecordAnswer.ArticleOf(heard)), time.GetUtcNow()));
    }

    private static async Task ChooseAsync(Chat chat, Lang lang, CancellationToken cancellationToken)
    {
        chat.Memory.Language = lang;
        await chat.SayAsync(chat.Texts.LanguageChosen, cancellationToken);
    }

    /// <summary>Begins a request; when one is under way, it goes on.</summary>
    private static async Task BeginRequestAsync(Chat chat, string? question, AnswerRow? given, CancellationToken cancellationToken)
    {
        if (chat.Dialogs.ActiveDialog?.Id == RequestDialog.DialogId)
        {
            if (question is not null)
                await chat.Dialogs.RepromptDialogAsync(cancellationToken);
            return;
        }

        await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
        await chat.Dialogs.BeginDialogAsync(RequestDialog.DialogId, new RequestPrefill(SaidFacts.ForForm(chat.Memory), question) { Answer = given?.Text, Trace = given?.Trace }, cancellationToken);
    }

    /// <summary>Lists the asker's cases, or asks for a number; not while a form is being filled, which would be buried under it.</summary>
    private static async Task BeginStatusAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (chat.Dialogs.ActiveDialog is null)
            await chat.Dialogs.BeginDialogAsync(StatusDialog.DialogId, cancellationToken: cancellationToken);
        else if (chat.Dialogs.ActiveDialog.Id != StatusDialog.DialogId)
            await chat.SayAsync(CaseTexts.For(chat.Language).AskNumber, cancellationToken);
    }

    /// <summary>Begins the checklist; one under way goes on, and a form that is being filled in is not thrown away for it.</summary>
    private static async Task BeginReadinessAsync(Chat chat, CancellationToken cancellationToken)
    {
        switch (chat.Dialogs.ActiveDialog?.Id)
        {
            case ReadinessDialog.DialogId:
                break;
            case RequestDialog.DialogId:
                await chat.SayAsync(ReadinessTexts.For(chat.Language).FormFirst, cancellationToken);
                break;
            default:
                await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
                await chat.Dialogs.BeginDialogAsync(ReadinessDialog.DialogId, cancellationToken: cancellationToken);
                break;
        }
    }
}
