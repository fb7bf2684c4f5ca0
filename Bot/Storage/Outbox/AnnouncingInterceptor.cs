using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>
/// Notifies the readers of the conversations that a committed transaction wrote to; discards the notifications after a rollback.
/// </summary>
internal sealed class AnnouncingInterceptor(ConversationSignals signals) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Announce(eventData);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Announce(eventData);
        return Task.CompletedTask;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) =>
        (eventData.Context as AssistantDb)?.Announcements.Clear();

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        (eventData.Context as AssistantDb)?.Announcements.Clear();
        return Task.CompletedTask;
    }

    private void Announce(TransactionEndEventData eventData)
    {
        if (eventData.Context is not AssistantDb db)
        {
            return;
        }

        foreach (var key in db.Announcements)
        {
            signals.Announce(key);
        }

        db.Announcements.Clear();
    }
}
