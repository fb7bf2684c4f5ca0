using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Requests;

/// <summary>Carries out what officials do: the change, its event and the message to the asker in one transaction, or nothing.</summary>
internal sealed class RequestChanges(IDbContextFactory<AssistantDb> databases, Outbox outbox, AskerNotices notices)
{
    /// <param name="rule">Decides on the case as it is when it is changed; may run again when someone was faster.</param>
    /// <returns>Null when there is no such case; otherwise the decision and the case as it is now.</returns>
    public async Task<ChangeOutcome?> ChangeAsync(CaseNumber number, Func<StoredRequest, Decision> rule, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await RequestStore.ReadAsync(db, number.ToString(), cancellationToken) is not { } stored)
            {
                return null;
            }

            var decision = rule(stored);
            if (decision is not Decision.Changed change)
            {
                return new ChangeOutcome(decision, stored);
            }

            if (await RequestWriter.ChangeAsync(db, change, cancellationToken))
            {
                if (notices.Compose(change.Request, change.Event) is { } notice)
                {
                    await outbox.AppendAsync(db, change.Request.Asker.ConversationReference(), notice, cancellationToken);
                }

                await transaction.CommitAsync(cancellationToken);
                return new ChangeOutcome(change, new StoredRequest(change.Request, [.. stored.History, change.Event]));
            }
        }
    }
}

/// <param name="Now">The case after the decision.</param>
internal sealed record ChangeOutcome(Decision Decision, StoredRequest Now);
