using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.Questions;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Commands;

/// <summary>Does what a message orders and replies to small talk; what the message asks besides is left to the others.</summary>
internal sealed class CommandHandler(AnswerPipeline pipeline, MemoryReplies memory) : IMessageHandler
{
    public async Task<bool> TryAsync(Inbound message, CancellationToken cancellationToken)
    {
        if (pipeline.Recognize(message.Question) is not { } recognized)
        {
            return false;
        }

        var isBeside = recognized.Rest.Length > 0;
        if (!(isBeside && IsNothingToDo(message.Chat, recognized.Act)))
        {
            await RunAsync(message.Chat, recognized.Act, cancellationToken);
        }

        (message.Text, message.IsBegun) = (recognized.Rest, true);
        return !isBeside;
    }

    /// <summary>"Wait, …" where nothing is open only introduces what follows.</summary>
    private static bool IsNothingToDo(Chat chat, Answer act) =>
        chat.Dialogs.ActiveDialog is null && act is Answer.Command { Kind: CommandKind.Postpone or CommandKind.Cancel };

    /// <param name="act">A command or small talk.</param>
    public async Task RunAsync(Chat chat, Answer act, CancellationToken cancellationToken)
    {
        TurnOutcomes.Add(chat.Turn, act);
        if (act is not Answer.Command { Kind: var kind })
        {
            await chat.SayAsync(act.Text, cancellationToken);
            return;
        }

        switch (kind)
        {
            case CommandKind.Help:
                await chat.SayAsync(ChatTexts.Help[chat.Language], cancellationToken);
                break;
            case CommandKind.Cancel:
                await CancelAsync(chat, cancellationToken);
                break;
            case CommandKind.Postpone:
                await PostponeAsync(chat, cancellationToken);
                break;
            case CommandKind.Vietnamese:
                await SpeakAsync(chat, Lang.Vi, cancellationToken);
                break;
            case CommandKind.English:
                await SpeakAsync(chat, Lang.En, cancellationToken);
                break;
            case CommandKind.RepeatInVietnamese:
                await memory.RepeatAsync(chat, Lang.Vi, cancellationToken);
                break;
            case CommandKind.RepeatInEnglish:
                await memory.RepeatAsync(chat, Lang.En, cancellationToken);
                break;
            case CommandKind.Request:
                await RequestStart.BeginAsync(chat, question: null, given: null, cancellationToken);
                break;
            case CommandKind.Status or CommandKind.Withdraw:
                await StatusStart.BeginAsync(chat, cancellationToken);
                break;
            case CommandKind.NoNumber:
                await StatusStart.GiveUpAsync(chat, cancellationToken);
                break;
            case CommandKind.SupplierReadiness:
                await ReadinessStart.BeginAsync(chat, cancellationToken);
                break;
            case CommandKind.More:
                await memory.SayMoreAsync(chat, cancellationToken);
                break;
            case CommandKind.WhatIsKnown:
                await MemoryReplies.SayKnownAsync(chat, cancellationToken);
                break;
            case CommandKind.DeleteMyData:
                chat.Memory.IsForgetAsked = true;
                await chat.SayAsync(ChatTexts.ForgetAsk[chat.Language], cancellationToken);
                break;
            default:
                if (GuideStart.Of(kind) is { } guide)
                {
                    await GuideStart.BeginAsync(chat, GuideStart.New(guide, chat.Memory), cancellationToken);
                }

                break;
        }
    }

    private static async Task CancelAsync(Chat chat, CancellationToken cancellationToken)
    {
        await chat.SayAsync(
            chat.Dialogs.ActiveDialog is null ? ChatTexts.NothingToCancel[chat.Language] : ChatTexts.Cancelled[chat.Language],
            cancellationToken
        );
        chat.Memory.IsFormPaused = false;
        await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
    }

    /// <summary>An open form stays open, and does not ask again until the asker returns to it.</summary>
    private static async Task PostponeAsync(Chat chat, CancellationToken cancellationToken)
    {
        chat.Memory.IsFormPaused = chat.Dialogs.ActiveDialog?.Id == RequestDialog.DialogId;
        await chat.SayAsync(
            chat.Memory.IsFormPaused ? ChatTexts.PostponedForm[chat.Language] : ChatTexts.Postponed[chat.Language],
            cancellationToken
        );
    }

    private static async Task SpeakAsync(Chat chat, Lang lang, CancellationToken cancellationToken)
    {
        chat.Speak(lang);
        await chat.SayAsync(ChatTexts.LanguageChosen[chat.Language], cancellationToken);
    }
}
