using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Requests.Notices;

/// <summary>Puts what an asker must be told about a case into the outbox, with the change it is about.</summary>
internal sealed class NoticeSender(AskerNotices notices, Outbox outbox) : ICaseObserver
{
    public async Task ChangedAsync(AssistantDb db, SupportRequest request, CaseEvent entry, CancellationToken cancellationToken)
    {
        if (notices.Compose(request, entry) is { } notice)
        {
            await outbox.AppendAsync(db, request.Asker.ConversationReference(), notice, cancellationToken);
        }
    }
}
