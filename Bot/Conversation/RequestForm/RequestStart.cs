using PolicyAssistantBot.Feedback;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>Opens the request form, or goes on with the one that is open.</summary>
internal static class RequestStart
{
    /// <param name="given">The answer that led here; null when it is not kept.</param>
    public static async Task BeginAsync(Chat chat, string? question, AnswerRow? given, CancellationToken cancellationToken)
    {
        chat.Memory.IsFormPaused = false;
        if (chat.Dialogs.ActiveDialog?.Id == RequestDialog.DialogId)
        {
            if (question is not null)
            {
                await chat.Dialogs.RepromptDialogAsync(cancellationToken);
            }

            return;
        }

        await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
        await chat.Dialogs.BeginDialogAsync(
            RequestDialog.DialogId,
            new RequestPrefill(KnownFacts.ForForm(chat.Memory), question) { Answer = given?.Text, Trace = given?.Trace },
            cancellationToken
        );
    }
}
