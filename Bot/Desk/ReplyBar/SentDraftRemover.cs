using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Drafts;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Desk.ReplyBar;

/// <summary>
/// Removes the draft of what is sent from the desk, in the transaction that sends it: what was sent is never offered for sending again. A
/// note that was not saved yet stays.
/// </summary>
internal sealed class SentDraftRemover : ICaseObserver
{
    public Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken) =>
        caseEvent.IsMessageOfOfficial && caseEvent.Channel == DeskChannel.Id
            ? CaseDraftStore.RemoveSentAsync(
                db,
                caseEvent.Actor.Id,
                request.CaseNumber,
                ActionField.TextInputName,
                caseEvent.Text,
                name => name != CaseDraft.NoteInputName,
                cancellationToken
            )
            : Task.CompletedTask;
}
