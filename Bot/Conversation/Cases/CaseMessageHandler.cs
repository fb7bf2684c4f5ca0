using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>
/// Replies to messages that name a case. What the reply says about a case was decided by the case's rule before. Such a message is never
/// searched for, nor sent to a service outside.
/// </summary>
internal sealed class CaseMessageHandler(CaseTeller cases, AskerCaseService askers) : IMessageHandler
{
    public async Task<bool> TryAsync(Inbound message, CancellationToken cancellationToken)
    {
        if (message.Waiting?.Id == StatusDialog.DialogId || CaseMessage.Read(message.Text) is not { } about)
        {
            return false;
        }

        message.Interrupts = message.Waiting is not null;
        await (
            about switch
            {
                CaseMessage.Add add => AddAsync(message.Chat, add.Number, add.Text, cancellationToken),
                CaseMessage.Withdraw withdraw => AskToWithdrawAsync(message.Chat, withdraw.Number, cancellationToken),
                CaseMessage.Status status => TellStatusAsync(message.Chat, status.Number, cancellationToken),
                _ => message.Chat.SayAsync(CaseTexts.NumberUnreadable[message.Chat.Language], cancellationToken),
            }
        );
        return true;
    }

    /// <summary>Adds a text to the asker's case.</summary>
    public async Task AddAsync(Chat chat, CaseNumber number, string text, CancellationToken cancellationToken)
    {
        switch (await askers.AddMessageAsync(number, Asker.From(chat.Turn.Activity), text, cancellationToken))
        {
            case AskerActResult.Decided decided:
                chat.Turn.AddEffect(decided.Effect);
                await chat.SayAsync(CaseTexts.Added(number.ToString(), decided.CaseNumber, chat.Language), cancellationToken);
                break;
            case AskerActResult.Refused refused:
                await chat.SayAsync(CaseTexts.NotAdded(refused.Request, refused.Reason, text.Length, chat.Language), cancellationToken);
                break;
            default:
                await TellStatusAsync(chat, number, cancellationToken);
                break;
        }
    }

    /// <summary>Withdraws nothing yet: the asker must confirm first. A case that cannot be withdrawn is refused at once.</summary>
    private async Task AskToWithdrawAsync(Chat chat, CaseNumber number, CancellationToken cancellationToken)
    {
        switch (await askers.WithdrawAsync(number, Asker.From(chat.Turn.Activity), cancellationToken))
        {
            case AskerActResult.Decided when chat.Dialogs.ActiveDialog is null:
                await chat.Dialogs.BeginDialogAsync(WithdrawDialog.DialogId, new WithdrawOptions(number.ToString()), cancellationToken);
                break;
            case AskerActResult.Decided:
                await chat.SayAsync(CaseTexts.WithdrawLater.With(chat.Language, number), cancellationToken);
                break;
            case AskerActResult.Refused refused:
                await chat.SayAsync(
                    CaseTexts.NotWithdrawn.With(chat.Language, number, CaseTexts.Statuses[refused.Request.Status][chat.Language]),
                    cancellationToken
                );
                break;
            default:
                await chat.SayAsync(CaseTexts.NotFound.With(chat.Language, number), cancellationToken);
                break;
        }
    }

    /// <summary>While another dialog is active, a code for a case from elsewhere is not offered: its prompt would hide that
    /// dialog's.</summary>
    private Task TellStatusAsync(Chat chat, CaseNumber number, CancellationToken cancellationToken) =>
        chat.Dialogs.ActiveDialog is null
            ? chat.Dialogs.BeginDialogAsync(StatusDialog.DialogId, new StatusOptions(number.ToString()), cancellationToken)
            : cases.TellAsync(chat.Turn, number, chat.Language, cancellationToken);
}
