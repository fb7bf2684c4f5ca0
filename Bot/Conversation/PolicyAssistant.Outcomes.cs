using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.Questions;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation;

internal sealed partial class PolicyAssistant
{
    /// <summary>The one place where every outcome has its consequence.</summary>
    private async Task HeardAsync(Chat chat, Said said, Answer heard, CancellationToken cancellationToken)
    {
        if (heard is Answer.Command or Answer.SmallTalk)
        {
            TurnOutcomes.Add(chat.Turn, heard);
        }

        switch (heard)
        {
            case Answer.Command { Kind: CommandKind.Help }:
                await chat.SayAsync(ChatTexts.Help[chat.Language], cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.Cancel }:
                await chat.SayAsync(
                    chat.Dialogs.ActiveDialog is null ? ChatTexts.NothingToCancel[chat.Language] : ChatTexts.Cancelled[chat.Language],
                    cancellationToken
                );
                await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.Postpone }:
                await chat.SayAsync(
                    chat.Dialogs.ActiveDialog?.Id == RequestDialog.DialogId
                        ? ChatTexts.PostponedForm[chat.Language]
                        : ChatTexts.Postponed[chat.Language],
                    cancellationToken
                );
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
            case Answer.Command { Kind: CommandKind.Status or CommandKind.Withdraw }:
                await BeginStatusAsync(chat, cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.NoNumber }:
                await chat.SayAsync(CaseTexts.WithoutNumber[chat.Language], cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.SupplierReadiness }:
                await BeginReadinessAsync(chat, cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.More }:
                await Recalling.SayMoreAsync(chat, pipeline, cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.WhatIsKnown }:
                await Recalling.SayKnownAsync(chat, cancellationToken);
                break;
            case Answer.Command command when GuideStart.Of(command.Kind) is { } kind:
                await GuideStart.BeginAsync(chat, GuideStart.New(kind, chat.Memory), cancellationToken);
                break;
            case Answer.Command { Kind: CommandKind.DeleteMyData }:
                chat.Memory.IsForgetAsked = true;
                await chat.SayAsync(ChatTexts.ForgetAsk[chat.Language], cancellationToken);
                break;
            case Answer.SmallTalk talk:
                await chat.SayAsync(talk.Text, cancellationToken);
                break;
            default:
                foreach (var (field, value) in fields.FindIn(said.Text))
                {
                    chat.Memory.Facts[field] = value;
                }

                chat.Memory.Enterprise = chat.Memory.Enterprise.With(heard.Said);
                if (heard is { StartsGuide: true, Guide: { } guide } && chat.Dialogs.ActiveDialog?.Id != RequestDialog.DialogId)
                {
                    await GuideStart.BeginAsync(chat, guide with { Facts = chat.Memory.Enterprise.With(guide.Facts) }, cancellationToken);
                }
                else
                {
                    await AnswerAsync(chat, heard, said, cancellationToken);
                }

                break;
        }
    }

    /// <summary>What a follow-up is answered with once a model has made a whole question of it; null when that does not help.</summary>
    private async Task<Answer?> WholeAsync(Chat chat, string text, CancellationToken cancellationToken)
    {
        if (
            chat.Memory.Answers.LastOrDefault() is not { ArticleKey: { } key } last
            || pipeline.TitleOf(key, chat.Language) is not { } title
        )
        {
            return null;
        }

        var whole = await model.RewriteAsync(chat.Turn, new FollowUpQuestion(text, last.Question, title, chat.Language), cancellationToken);
        return whole is null ? null : pipeline.Ask(new Question(whole, chat.Language) { LanguageIsFixed = true }) as Answer.Answered;
    }

    /// <summary>Says an answer, worded by a model where there is one; what a rule tells stays as it is.</summary>
    private async Task AnswerAsync(Chat chat, Answer heard, Said said, CancellationToken cancellationToken)
    {
        var worded = heard.Guide is null
            ? await model.WordAsync(chat.Turn, heard, heard.Meant ?? said.Text, cancellationToken)
            : new ChatAnswer(heard, null);
        var id = await Asking.SayAsync(chat.Turn, chat.Memory, worded, said, cancellationToken);
        chat.Turn.AddEffect(
            RecordAnswer.Of(
                chat.Turn.Activity,
                id,
                said.Text,
                worded.Answer,
                pipeline.RevisionOf(RecordAnswer.ArticleOf(heard)),
                time.GetUtcNow()
            )
        );
    }

    /// <summary>Deletes after a clear yes to the question; any other message leaves everything as it is and is answered as usual.</summary>
    /// <returns>True when the data was deleted.</returns>
    private async Task<bool> ForgetAsync(Chat chat, string text, CancellationToken cancellationToken)
    {
        chat.Memory.IsForgetAsked = false;
        if (!ActReader.Default.IsConfirmation(text) && ActReader.Default.Read(text) is not { Act: DialogueAct.Forget, Confidence: 1 })
        {
            await chat.SayAsync(ChatTexts.NotForgotten[chat.Language], cancellationToken);
            return false;
        }

        var forgotten = ChatTexts.DataCleared[chat.Language];
        chat.Turn.AddEffect(
            new ForgetAsker(
                chat.Turn.Activity.ChannelId ?? "",
                chat.Turn.Activity.Conversation?.Id ?? "",
                chat.Turn.Activity.From?.Id ?? ""
            )
        );
        chat.Dialogs.Stack.Clear();
        await state.ClearStateAsync(chat.Turn, cancellationToken);
        await chat.SayAsync(forgotten, cancellationToken);
        return true;
    }

    private static async Task ChooseAsync(Chat chat, Lang lang, CancellationToken cancellationToken)
    {
        chat.Speak(lang);
        await chat.SayAsync(ChatTexts.LanguageChosen[chat.Language], cancellationToken);
    }

    /// <summary>Begins a request; when one is under way, it goes on.</summary>
    private static async Task BeginRequestAsync(Chat chat, string? question, AnswerRow? given, CancellationToken cancellationToken)
    {
        if (chat.Dialogs.ActiveDialog?.Id == RequestDialog.DialogId)
        {
            if (question is not null)
            {
                await chat.Dialogs.RepromptDialogAsync(cancellationToken);
            }

            return;
        }

        await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
        await chat.Dialogs.BeginDialogAsync(
            RequestDialog.DialogId,
            new RequestPrefill(SaidFacts.ForForm(chat.Memory), question) { Answer = given?.Text, Trace = given?.Trace },
            cancellationToken
        );
    }

    /// <summary>Lists the asker's cases, or asks for a number; not while a form is being filled, which would be buried under it.</summary>
    private static async Task BeginStatusAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (chat.Dialogs.ActiveDialog is null)
        {
            await chat.Dialogs.BeginDialogAsync(StatusDialog.DialogId, cancellationToken: cancellationToken);
        }
        else if (chat.Dialogs.ActiveDialog.Id != StatusDialog.DialogId)
        {
            await chat.SayAsync(CaseTexts.AskNumber[chat.Language], cancellationToken);
        }
    }

    /// <summary>Begins the checklist; one under way goes on, and a form that is being filled in is not thrown away for it.</summary>
    private static async Task BeginReadinessAsync(Chat chat, CancellationToken cancellationToken)
    {
        switch (chat.Dialogs.ActiveDialog?.Id)
        {
            case ReadinessDialog.DialogId:
                break;
            case RequestDialog.DialogId:
                await chat.SayAsync(ReadinessTexts.FormFirst[chat.Language], cancellationToken);
                break;
            default:
                await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
                await chat.Dialogs.BeginDialogAsync(ReadinessDialog.DialogId, cancellationToken: cancellationToken);
                break;
        }
    }
}
