using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Guides;

/// <summary>
/// Begins the supplier readiness checklist, unless it is already open or a request form is: what was filled in must not be lost.
/// </summary>
internal static class ReadinessStarter
{
    public static async Task BeginAsync(Chat chat, CancellationToken cancellationToken)
    {
        switch (chat.Dialogs.ActiveDialog?.Id)
        {
            case ReadinessDialog.DialogId:
                break;
            case RequestDialog.DialogId:
                await chat.SendTextAsync(ReadinessTexts.FinishFormFirst[chat.Language], cancellationToken);
                break;
            default:
                await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
                await chat.Dialogs.BeginDialogAsync(ReadinessDialog.DialogId, cancellationToken: cancellationToken);
                break;
        }
    }
}
