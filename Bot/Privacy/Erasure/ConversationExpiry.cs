using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.References;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>
/// Deletes what belongs to conversations in which nothing was written for a time; the row of the conversation goes last. Each deletion
/// checks again, because somebody may have written meanwhile.
/// </summary>
internal static class ConversationExpiry
{
    public static async Task<ExpiredRows?> FindStatesAsync(AssistantDb db, long before, int batchSize, CancellationToken cancellationToken)
    {
        var keys = await db.Set<ConversationRow>()
            .Where(c => c.LastTimestamp < before && db.Set<StateRow>().Any(s => s.Key == c.Key))
            .Select(c => c.Key)
            .OrderBy(key => key)
            .Take(batchSize)
            .ToListAsync(cancellationToken);
        return Delete(
            keys,
            (write, token) =>
                write
                    .Set<StateRow>()
                    .Where(s => keys.Contains(s.Key) && write.Set<ConversationRow>().Any(c => c.Key == s.Key && c.LastTimestamp < before))
                    .ExecuteDeleteAsync(token)
        );
    }

    public static async Task<ExpiredRows?> FindReferencesAsync(
        AssistantDb db,
        long before,
        int batchSize,
        CancellationToken cancellationToken
    )
    {
        var keys = await db.Set<ConversationReferenceRow>()
            .Where(r => r.ChangedAt < before && !db.Set<ConversationRow>().Any(c => c.Key == r.Key && c.LastTimestamp >= before))
            .Select(r => r.Key)
            .OrderBy(key => key)
            .Take(batchSize)
            .ToListAsync(cancellationToken);
        return Delete(
            keys,
            (write, token) =>
                write
                    .Set<ConversationReferenceRow>()
                    .Where(r => keys.Contains(r.Key) && r.ChangedAt < before)
                    .Where(r => !write.Set<ConversationRow>().Any(c => c.Key == r.Key && c.LastTimestamp >= before))
                    .ExecuteDeleteAsync(token)
        );
    }

    public static async Task<ExpiredRows?> FindUsersAsync(AssistantDb db, long before, int batchSize, CancellationToken cancellationToken)
    {
        var keys = await db.Set<ConversationUserRow>()
            .Where(u => !db.Set<ConversationRow>().Any(c => c.Key == u.ConversationKey && c.LastTimestamp >= before))
            .Select(u => u.ConversationKey)
            .OrderBy(key => key)
            .Take(batchSize)
            .ToListAsync(cancellationToken);
        return Delete(
            keys,
            (write, token) =>
                write
                    .Set<ConversationUserRow>()
                    .Where(u =>
                        keys.Contains(u.ConversationKey)
                        && !write.Set<ConversationRow>().Any(c => c.Key == u.ConversationKey && c.LastTimestamp >= before)
                    )
                    .ExecuteDeleteAsync(token)
        );
    }

    public static async Task<ExpiredRows?> FindConversationsAsync(
        AssistantDb db,
        long before,
        int batchSize,
        CancellationToken cancellationToken
    )
    {
        var keys = await Expired(db, before).Select(c => c.Key).OrderBy(key => key).Take(batchSize).ToListAsync(cancellationToken);
        return Delete(keys, (write, token) => Expired(write, before).Where(c => keys.Contains(c.Key)).ExecuteDeleteAsync(token));
    }

    private static IQueryable<ConversationRow> Expired(AssistantDb db, long before) =>
        db.Set<ConversationRow>()
            .Where(c => c.LastTimestamp < before && (c.ErasedAt == null || c.ErasedAt < before))
            .Where(c => !db.Set<ActivityRow>().Any(a => a.ConversationKey == c.Key))
            .Where(c => !db.Set<StateRow>().Any(s => s.Key == c.Key));

    private static ExpiredRows? Delete(List<string> keys, Func<AssistantDb, CancellationToken, Task> delete) =>
        keys.Count == 0 ? null : new ExpiredRows(keys.Count, delete);
}
