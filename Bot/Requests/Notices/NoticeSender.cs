using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Requests.Notices;

/// <summary>Puts the chat message about a change of a case into the outbox, in the transaction of the change.</summary>
internal sealed class NoticeSender(AskerNotices notices, Outbox outbox) : ICaseObserver
{
    public bool TellsAsker => true;

    public async Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        if (notices.Compose(request, caseEvent) is { } notice)
        {
            await outbox.AppendAsync(db, request.Asker.GetConversationReference(), notice, cancellationToken);
        }
    }
}
