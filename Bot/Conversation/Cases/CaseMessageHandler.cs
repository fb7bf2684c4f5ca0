using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>Replies to messages that name a case. What the reply says about a case was decided by the case's rule before.</summary>
internal sealed class CaseMessageHandler(CaseTeller cases, AskerCases askers)
{
    public Task ReplyAsync(Chat chat, CaseMessage message, CancellationToken cancellationToken) =>
        message switch
        {
            CaseMessage.Add add => AddAsync(chat, add, cancellationToken),
            CaseMessage.Withdraw withdraw => AskToWithdrawAsync(chat, withdraw.Number, cancellationToken),
            CaseMessage.Status status => TellStatusAsync(chat, status.Number, cancellationToken),
            _ => chat.SayAsync(CaseTexts.NumberUnreadable[chat.Language], cancellationToken),
        };

    private async Task AddAsync(Chat chat, CaseMessage.Add add, CancellationToken cancellationToken)
    {
        switch (await askers.AddMessageAsync(add.Number, Asker.From(chat.Turn.Activity), add.Text, cancellationToken))
        {
            case AskerAct.Decided decided:
                chat.Turn.AddEffect(decided.Effect);
                await chat.SayAsync(CaseTexts.Added(add.Number.ToString(), decided.CaseNumber, chat.Language), cancellationToken);
                break;
            case AskerAct.Refused refused:
                await chat.SayAsync(CaseTexts.NotAdded(refused.Request, refused.Reason, add.Text.Length, chat.Language), cancellationToken);
                break;
            default:
                await TellStatusAsync(chat, add.Number, cancellationToken);
                break;
        }
    }

    /// <summary>Withdraws nothing yet: the asker must confirm first. A case that cannot be withdrawn is refused at once.</summary>
    private async Task AskToWithdrawAsync(Chat chat, CaseNumber number, CancellationToken cancellationToken)
    {
        switch (await askers.WithdrawAsync(number, Asker.From(chat.Turn.Activity), cancellationToken))
        {
            case AskerAct.Decided when chat.Dialogs.ActiveDialog is null:
                await chat.Dialogs.BeginDialogAsync(WithdrawDialog.DialogId, new WithdrawOptions(number.ToString()), cancellationToken);
                break;
            case AskerAct.Decided:
                await chat.SayAsync(CaseTexts.WithdrawLater.With(chat.Language, number), cancellationToken);
                break;
            case AskerAct.Refused refused:
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
