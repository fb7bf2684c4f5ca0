using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>Begins and ends <see cref="StatusDialog"/>.</summary>
internal static class StatusStarter
{
    /// <summary>Lists the asker's cases, or asks for a case number. While another dialog is open, it is not begun on top of that.</summary>
    public static async Task BeginAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (chat.Dialogs.ActiveDialog is null)
        {
            await chat.Dialogs.BeginDialogAsync(StatusDialog.DialogId, cancellationToken: cancellationToken);
        }
        else if (chat.Dialogs.ActiveDialog.Id != StatusDialog.DialogId)
        {
            await chat.SendTextAsync(CaseTexts.AskNumber[chat.Language], cancellationToken);
        }
    }

    /// <summary>Explains what can be done without a case number.</summary>
    public static async Task EndWithoutNumberAsync(Chat chat, CancellationToken cancellationToken)
    {
        await chat.SendTextAsync(CaseTexts.NumberNeeded[chat.Language], cancellationToken);
        if (chat.Dialogs.ActiveDialog?.Id == StatusDialog.DialogId)
        {
            await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
        }
    }
}
