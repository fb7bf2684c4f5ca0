using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>Begins and ends the question where a case stands.</summary>
internal static class StatusStart
{
    /// <summary>Lists the asker's cases, or asks for a number. An open form is not buried under it.</summary>
    public static async Task BeginAsync(Chat chat, CancellationToken cancellationToken)
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

    /// <summary>Says what can be done without a case number.</summary>
    public static async Task GiveUpAsync(Chat chat, CancellationToken cancellationToken)
    {
        await chat.SayAsync(CaseTexts.WithoutNumber[chat.Language], cancellationToken);
        if (chat.Dialogs.ActiveDialog?.Id == StatusDialog.DialogId)
        {
            await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
        }
    }
}
