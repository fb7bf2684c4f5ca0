using PolicyAssistantBot.Feedback;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>Opens the request form, or continues with the open one.</summary>
internal static class RequestStarter
{
    /// <param name="topic">The topic of the article that answered the question; decides the kind of request that is preselected.</param>
    /// <param name="earlierAnswer">The answer after which the asker asked for an official; null when it is not stored.</param>
    public static async Task BeginAsync(
        Chat chat,
        string? question,
        AnswerRow? earlierAnswer,
        CancellationToken cancellationToken,
        string? topic = null
    )
    {
        chat.Memory.IsFormPaused = false;
        if (chat.Dialogs.ActiveDialog?.Id == RequestDialog.DialogId)
        {
            RequestDialog.ShowCardAgain(chat.Dialogs);
            await chat.Dialogs.RepromptDialogAsync(cancellationToken);
            chat.IsDialogShown = true;
            return;
        }

        await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
        await chat.Dialogs.BeginDialogAsync(
            RequestDialog.DialogId,
            new RequestPrefill(FormPrefill.FromMemory(chat.Memory, topic), question)
            {
                Answer = earlierAnswer?.Text,
                Trace = earlierAnswer?.Trace,
            },
            cancellationToken
        );
    }
}
