using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>
/// Notifies the listeners of the conversations that a committed transaction appended to; discards the notifications after a rollback.
/// </summary>
internal sealed class NotifyingInterceptor(ConversationSignals signals) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => NotifyListeners(eventData);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        NotifyListeners(eventData);
        return Task.CompletedTask;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) =>
        (eventData.Context as AssistantDb)?.ConversationsToNotify.Clear();

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        (eventData.Context as AssistantDb)?.ConversationsToNotify.Clear();
        return Task.CompletedTask;
    }

    private void NotifyListeners(TransactionEndEventData eventData)
    {
        if (eventData.Context is not AssistantDb db)
        {
            return;
        }

        foreach (var key in db.ConversationsToNotify)
        {
            signals.NotifyListeners(key);
        }

        db.ConversationsToNotify.Clear();
    }
}
