using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.Messages;
using PolicyAssistantBot.Conversation.Questions;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Commands;

/// <summary>Executes commands and replies to small talk; a question in the same message is left to the next handlers.</summary>
internal sealed class CommandHandler(
    AnswerPipeline pipeline,
    MemoryReplies memoryReplies,
    ForgetStarter forgetStarter,
    DataExportReply exportReply,
    CaseMessageHandler caseMessages
) : IMessageHandler
{
    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (pipeline.Recognize(message.Question) is not { } recognized)
        {
            return false;
        }

        var hasFurtherText = recognized.RemainingText.Length > 0;
        if (!(hasFurtherText && IsOnlyIntroduction(message.Chat, recognized.Act)))
        {
            await ExecuteAsync(message.Chat, recognized.Act, cancellationToken);
        }

        (message.Text, message.IsPartlyHandled) = (recognized.RemainingText, true);
        return !hasFurtherText;
    }

    /// <summary>
    /// "Wait, …" and "never mind, …" only introduce the text after them: while no dialog is open, and where a form would be lost.
    /// </summary>
    private static bool IsOnlyIntroduction(Chat chat, Answer act) =>
        act is Answer.Command { Kind: CommandKind.Postpone or CommandKind.Cancel }
        && (chat.Dialogs.ActiveDialog is null || RequestDialog.MayHaveContent(chat.Dialogs));

    /// <param name="act">A command or small talk.</param>
    public async Task ExecuteAsync(Chat chat, Answer act, CancellationToken cancellationToken)
    {
        TurnOutcomes.Add(chat.Turn, act);
        if (act is not Answer.Command { Kind: var kind })
        {
            await chat.SendTextAsync(act.Text, cancellationToken);
            return;
        }

        switch (kind)
        {
            case CommandKind.Help:
                await chat.SendTextAsync(ChatTexts.Help[chat.Language], cancellationToken);
                break;
            case CommandKind.Cancel:
                await CancelAsync(chat, cancellationToken);
                break;
            case CommandKind.Postpone:
                await PostponeAsync(chat, cancellationToken);
                break;
            case CommandKind.Vietnamese:
                await SwitchLanguageAsync(chat, Lang.Vi, cancellationToken);
                break;
            case CommandKind.English:
                await SwitchLanguageAsync(chat, Lang.En, cancellationToken);
                break;
            case CommandKind.RepeatInVietnamese:
                await memoryReplies.RepeatInLanguageAsync(chat, Lang.Vi, cancellationToken);
                break;
            case CommandKind.RepeatInEnglish:
                await memoryReplies.RepeatInLanguageAsync(chat, Lang.En, cancellationToken);
                break;
            case CommandKind.Request:
                await RequestStarter.BeginAsync(chat, question: null, earlierAnswer: null, cancellationToken);
                break;
            case CommandKind.Withdraw when await caseMessages.FindOnlyOpenAsync(chat, cancellationToken) is { } number:
                await caseMessages.ConfirmWithdrawalAsync(chat, number, cancellationToken);
                break;
            case CommandKind.Status or CommandKind.Withdraw:
                await StatusStarter.BeginAsync(chat, cancellationToken);
                break;
            case CommandKind.NoNumber:
                await StatusStarter.EndWithoutNumberAsync(chat, cancellationToken);
                break;
            case CommandKind.SupplierReadiness:
                await ReadinessStarter.BeginAsync(chat, cancellationToken);
                break;
            case CommandKind.More:
                await memoryReplies.SendMoreAsync(chat, cancellationToken);
                break;
            case CommandKind.WhatIsKnown:
                await MemoryReplies.SendKnownFactsAsync(chat, cancellationToken);
                await exportReply.SendAsync(chat, cancellationToken);
                break;
            case CommandKind.DeleteMyData:
                await forgetStarter.BeginAsync(chat, cancellationToken);
                break;
            default:
                if (GuideStarter.GuideKindOf(kind) is { } guide)
                {
                    await GuideStarter.BeginAsync(chat, GuideStarter.CreateGuide(guide, chat.Memory), cancellationToken);
                }

                break;
        }
    }

    private static async Task CancelAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (chat.Dialogs.ActiveDialog?.Id == RequestDialog.DialogId)
        {
            await DiscardHandler.AskOrDiscardAsync(chat, cancellationToken);
            return;
        }

        await chat.SendTextAsync(
            chat.Dialogs.ActiveDialog is null ? ChatTexts.NothingToCancel[chat.Language] : ChatTexts.Cancelled[chat.Language],
            cancellationToken
        );
        chat.Memory.IsFormPaused = false;
        await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
    }

    /// <summary>An open form stays open, and does not repeat its question until the asker returns to it.</summary>
    private static async Task PostponeAsync(Chat chat, CancellationToken cancellationToken)
    {
        chat.Memory.IsFormPaused = chat.Dialogs.ActiveDialog?.Id == RequestDialog.DialogId;
        if (!chat.Memory.IsFormPaused)
        {
            await chat.SendTextAsync(ChatTexts.Postponed[chat.Language], cancellationToken);
            return;
        }

        var kept = MessageFactory.Text(ChatTexts.PostponedForm[chat.Language]);
        RequestFormMessages.OfferForm(kept, chat.Language);
        await chat.Turn.SendActivityAsync(kept, cancellationToken);
        chat.IsDialogShown = true;
    }

    private static async Task SwitchLanguageAsync(Chat chat, Lang lang, CancellationToken cancellationToken)
    {
        chat.SetLanguage(lang);
        await chat.SendTextAsync(ChatTexts.LanguageChosen[chat.Language], cancellationToken);
    }
}
