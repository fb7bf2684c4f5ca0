using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.Questions;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Language.Typing;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation;

/// <summary>The assistant: hears what was said or clicked, and decides what is said next.</summary>
internal sealed partial class PolicyAssistant : IBot
{
    /// <summary>
    /// The event by which a chat's own language button says, without a message, that its <see cref="Activity.Locale"/> was chosen; and the
    /// name under which the channel data of a conversation's beginning holds the language of the page around the chat.
    /// </summary>
    public const string LanguageEvent = "language";

    private readonly AnswerPipeline pipeline;
    private readonly ChatMemories memories;
    private readonly PrivateConversationState state;
    private readonly CaseTeller cases;
    private readonly CaseMessageHandler caseMessages;
    private readonly CaseRatings ratings;
    private readonly ChatFiles files;
    private readonly CardClicks clicks;
    private readonly ModelAnswers model;
    private readonly OutsideSearch outside;
    private readonly RequestFieldList fields;
    private readonly DialogSet dialogs;
    private readonly TimeProvider time;

    public PolicyAssistant(
        AnswerPipeline pipeline,
        ChatMemories memories,
        PrivateConversationState state,
        CaseTeller cases,
        CaseMessageHandler caseMessages,
        CaseRatings ratings,
        ChatFiles files,
        AskerCases askers,
        StatusDialog status,
        ReadinessDialog readiness,
        CardClicks clicks,
        ModelAnswers model,
        OutsideSearch outside,
        RequestFieldList fields,
        TimeProvider time
    )
    {
        (this.caseMessages, this.ratings) = (caseMessages, ratings);
        (this.pipeline, this.memories, this.state, this.cases, this.files, this.clicks, this.model, this.outside, this.time) = (
            pipeline,
            memories,
            state,
            cases,
            files,
            clicks,
            model,
            outside,
            time
        );
        this.fields = fields;
        dialogs = new DialogSet(state.CreateProperty<DialogState>("dialogs"))
            .Add(new RequestDialog(memories, askers, fields, time))
            .Add(status)
            .Add(new WithdrawDialog(memories, askers))
            .Add(readiness)
            .Add(new GuideDialog(memories, pipeline, time));
    }

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity.BotWasAdded() || activity is { Type: ActivityTypes.InstallationUpdate, Action: "add" })
        {
            var chat = await ChatAsync(turnContext, cancellationToken);
            if (LangCodes.Parse(FormClick.Text((activity.ChannelData as JsonObject)?[LanguageEvent])) is { } ofThePage)
            {
                chat.Speak(ofThePage);
            }

            await Greeting.SayOnceAsync(turnContext, chat, cancellationToken);
        }
        else if (activity.Type == ActivityTypes.Message)
        {
            activity.Text = TypedText.Repair(activity.Text);
            await OnMessageAsync(await ChatAsync(turnContext, cancellationToken), cancellationToken);
        }
        else if (activity is { Type: ActivityTypes.Event, Name: LanguageEvent } && LangCodes.Parse(activity.Locale) is { } chosen)
        {
            (await ChatAsync(turnContext, cancellationToken)).Speak(chosen);
        }
    }

    private async Task<Chat> ChatAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        new(turn, await memories.GetAsync(turn, cancellationToken), await dialogs.CreateContextAsync(turn, cancellationToken));

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
                await OnTypedAsync(chat, (chat.Turn.Activity.Text ?? "").Trim(), cancellationToken);
                break;
        }
    }

    /// <summary>Rates the asker's own case; somebody else's is answered like one that does not exist.</summary>
    private async Task RateAsync(Chat chat, Click.Rated rated, CancellationToken cancellationToken)
    {
        var lang = chat.Language;
        if (await cases.FindOwnAsync(chat.Turn, rated.Number, cancellationToken) is not { Request.CaseNumber: var number })
        {
            await chat.SayAsync(CaseTexts.NotFound.With(lang, rated.Number), cancellationToken);
            return;
        }

        switch (await ratings.DecideAsync(number, rated.Score, rated.Comment, cancellationToken))
        {
            case RatingDecision.Accepted accepted:
                chat.Turn.AddEffect(accepted.Effect);
                await chat.SayAsync(RatingTexts.Thanks.With(chat.Language, rated.Score, number), cancellationToken);
                break;
            case RatingDecision.CommentTooLong tooLong:
                await chat.SayAsync(
                    RatingTexts.CommentTooLong.With(
                        chat.Language,
                        LocalFormat.Number(tooLong.Length, lang),
                        LocalFormat.Number(tooLong.Max, lang)
                    ),
                    cancellationToken
                );
                break;
            default:
                await chat.SayAsync(RatingTexts.NotAsked.With(chat.Language, number), cancellationToken);
                break;
        }
    }

    private async Task OnTypedAsync(Chat chat, string text, CancellationToken cancellationToken)
    {
        if (text.Length > TextLengths.Message)
        {
            await chat.SayAsync(
                ChatTexts.MessageTooLong.With(
                    chat.Language,
                    LocalFormat.Number(text.Length, chat.Language),
                    LocalFormat.Number(TextLengths.Message, chat.Language)
                ),
                cancellationToken
            );
            return;
        }

        var heard = await files.HearAsync(chat, cancellationToken);
        if (heard != FilesHeard.All && text.Length > 0)
        {
            await OnTextAsync(chat, text, isClick: false, cancellationToken);
        }
        else if (heard == FilesHeard.None)
        {
            await chat.SayAsync(ChatTexts.NothingSaid[chat.Language], cancellationToken);
        }
        else if (chat.Dialogs.ActiveDialog is not null)
        {
            await chat.Dialogs.RepromptDialogAsync(cancellationToken);
        }
    }

    /// <summary>
    /// A message to a case and an answer to a form are recognised first: they are never searched for, nor sent to a service outside.
    /// </summary>
    private async Task OnTextAsync(Chat chat, string text, bool isClick, CancellationToken cancellationToken)
    {
        var waiting = chat.Dialogs.ActiveDialog;
        var language = ConversationLanguage.After(chat.Memory.Language, text);
        // What is typed into a form, such as the name of a company, does not change the language.
        if (language is { } written && (waiting is null || isClick))
        {
            chat.Speak(written);
        }

        await Greeting.DiscloseOnceAsync(chat, cancellationToken);
        if (chat.Memory.IsForgetAsked && await ForgetAsync(chat, text, cancellationToken))
        {
            return;
        }

        if (CaseMessage.Read(text) is { } about && waiting?.Id != StatusDialog.DialogId)
        {
            await caseMessages.ReplyAsync(chat, about, cancellationToken);
        }
        else if (waiting is null)
        {
            await OnQuestionAsync(chat, text, language, isClick, cancellationToken);
        }
        else if (isClick || Interruption.Interrupts(text, pipeline.Recognize(Asking.NewQuestion(chat, text, language)), waiting, fields))
        {
            await HeardEachAsync(chat, text, pipeline.AskEach(Asking.NewQuestion(chat, text, language)), isClick, cancellationToken);
        }
        else if ((await chat.Dialogs.ContinueDialogAsync(cancellationToken)).Status != DialogTurnStatus.Empty)
        {
            return;
        }
        else
        {
            await HeardEachAsync(chat, text, pipeline.AskEach(Asking.NewQuestion(chat, text, language)), isClick, cancellationToken);
        }

        if (waiting is not null && chat.Dialogs.ActiveDialog == waiting)
        {
            await chat.Dialogs.RepromptDialogAsync(cancellationToken);
        }
    }

    private async Task OnQuestionAsync(Chat chat, string text, Lang? language, bool isClick, CancellationToken cancellationToken)
    {
        if (!isClick && GuideStart.Corrected(chat.Memory, text, pipeline.Today) is { } corrected)
        {
            await GuideStart.BeginAsync(chat, corrected, cancellationToken);
            return;
        }

        var quote = isClick ? new Quote(null, text) : Quote.Read(chat.Turn.Activity, text);
        var meant = Asking.Meant(quote.Words, chat.Memory);
        var heard = await outside.AskEachAsync(quote.About(Asking.NewQuestion(chat, meant, language), pipeline), cancellationToken);
        if (heard is [Answer.Clarify or Answer.Unanswerable] && await WholeAsync(chat, meant, cancellationToken) is { } whole)
        {
            heard = [whole];
        }

        await HeardEachAsync(chat, meant, heard, isClick, cancellationToken);
    }

    private async Task HeardEachAsync(
        Chat chat,
        string text,
        IReadOnlyList<Answer> heard,
        bool isClick,
        CancellationToken cancellationToken
    )
    {
        chat.Speak(heard[0].Language);
        if (heard.Count > 1 && AnswerPipeline.AsksMore(text))
        {
            await chat.SayAsync(GuideChatTexts.FirstThree[chat.Language], cancellationToken);
        }

        var isOneOfSeveral = heard.Count(answer => answer is not (Answer.Command or Answer.SmallTalk)) > 1;
        for (var i = 0; i < heard.Count; i++)
        {
            await HeardAsync(
                chat,
                new Said(heard.Count == 1 ? text : heard[i].Meant ?? text, isClick || isOneOfSeveral, i),
                heard[i],
                cancellationToken
            );
        }
    }
}
