using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.AnswerMails;

/// <summary>Begins <see cref="AnswerMailDialog"/>.</summary>
internal static class AnswerMailStarter
{
    /// <summary>While another dialog is open, it is not begun on top of that; one for another answer is replaced.</summary>
    public static async Task BeginAsync(Chat chat, string articleKey, CancellationToken cancellationToken)
    {
        if (chat.Dialogs.ActiveDialog is { } open && open.Id != AnswerMailDialog.DialogId)
        {
            await chat.SendTextAsync(AnswerMailTexts.FinishFirst[chat.Language], cancellationToken);
            return;
        }

        await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
        await chat.Dialogs.BeginDialogAsync(AnswerMailDialog.DialogId, new AnswerMailRequest(articleKey), cancellationToken);
    }
}
