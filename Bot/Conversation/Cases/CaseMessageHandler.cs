using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>
/// Handles messages that contain a case number. The rules of the case decide first; the reply reports their decision. Such a message is
/// never searched for, nor sent to an external service.
/// </summary>
internal sealed class CaseMessageHandler(CaseStatusReply statusReply, AskerCaseService askerCases, CaseStore store) : IMessageHandler
{
    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (message.WaitingDialog?.Id == StatusDialog.DialogId || CaseMessage.Read(message.Text) is not { } caseMessage)
        {
            return false;
        }

        message.InterruptsDialog = message.WaitingDialog is not null;
        await (
            caseMessage switch
            {
                CaseMessage.AddText add => AddAsync(message.Chat, add.Number, add.Text, cancellationToken),
                CaseMessage.Withdraw withdraw => ConfirmWithdrawalAsync(message.Chat, withdraw.Number, cancellationToken),
                CaseMessage.AskStatus status => SendStatusAsync(message.Chat, status.Number, cancellationToken),
                _ => message.Chat.SendTextAsync(CaseTexts.NumberUnreadable[message.Chat.Language], cancellationToken),
            }
        );
        return true;
    }

    /// <summary>The asker's open case where there is exactly one, so that its number need not be typed.</summary>
    public async Task<CaseNumber?> FindOnlyOpenAsync(Chat chat, CancellationToken cancellationToken)
    {
        var activity = chat.Turn.Activity;
        return
            await store.ListOpenForAskerAsync(activity.ChannelId ?? "", activity.From?.Id ?? "", cancellationToken) is [var only]
            && CaseNumber.TryParse(only.CaseNumber, out var number)
            ? number
            : null;
    }

    /// <summary>Adds a text to the asker's case.</summary>
    public async Task AddAsync(Chat chat, CaseNumber number, string text, CancellationToken cancellationToken)
    {
        switch (await askerCases.AddMessageAsync(number, Asker.From(chat.Turn.Activity), text, cancellationToken))
        {
            case AskerActResult.Decided decided:
                chat.Turn.AddEffect(decided.Effect);
                await chat.SendTextAsync(
                    CaseTexts.MessageAddedText(number.ToString(), decided.CaseNumber, chat.Language),
                    cancellationToken
                );
                break;
            case AskerActResult.Refused refused:
                await chat.SendTextAsync(
                    CaseTexts.MessageRefusedText(refused.Request, refused.Reason, text.Length, chat.Language),
                    cancellationToken
                );
                break;
            default:
                await SendStatusAsync(chat, number, cancellationToken);
                break;
        }
    }

    /// <summary>Withdraws nothing yet: the asker must confirm first. If the case cannot be withdrawn, the reply says so.</summary>
    public async Task ConfirmWithdrawalAsync(Chat chat, CaseNumber number, CancellationToken cancellationToken)
    {
        switch (await askerCases.WithdrawAsync(number, Asker.From(chat.Turn.Activity), cancellationToken))
        {
            case AskerActResult.Decided when chat.Dialogs.ActiveDialog is null:
                await chat.Dialogs.BeginDialogAsync(WithdrawDialog.DialogId, new WithdrawOptions(number.ToString()), cancellationToken);
                break;
            case AskerActResult.Decided:
                await chat.SendTextAsync(CaseTexts.WithdrawalBlocked.With(chat.Language, number), cancellationToken);
                break;
            case AskerActResult.Refused refused:
                await chat.SendTextAsync(
                    CaseTexts.CannotBeWithdrawn.With(chat.Language, number, CaseTexts.StatusNames[refused.Request.Status][chat.Language]),
                    cancellationToken
                );
                break;
            default:
                await chat.SendTextAsync(CaseTexts.NotFound.With(chat.Language, number), cancellationToken);
                break;
        }
    }

    /// <summary>
    /// While another dialog is active, the status dialog is not begun: its prompt for an access code would hide that dialog's.
    /// </summary>
    private Task SendStatusAsync(Chat chat, CaseNumber number, CancellationToken cancellationToken) =>
        chat.Dialogs.ActiveDialog is null
            ? chat.Dialogs.BeginDialogAsync(StatusDialog.DialogId, new StatusOptions(number.ToString()), cancellationToken)
            : statusReply.SendStatusAsync(chat.Turn, number, chat.Language, cancellationToken);
}
