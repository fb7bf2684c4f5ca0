using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Guides;

/// <summary>Begins the supplier checklist; one under way goes on, and an open form is not thrown away for it.</summary>
internal static class ReadinessStart
{
    public static async Task BeginAsync(Chat chat, CancellationToken cancellationToken)
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
