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
    public static IAsyncEnumerable<ExpiredRows> FindStatesAsync(
        AssistantDb db,
        long before,
        int batchSize,
        CancellationToken cancellationToken
    ) =>
        ExpiredRows.FindByKeyAsync(
            after =>
                db.Set<ConversationRow>()
                    .Where(c => c.Key.CompareTo(after) > 0 && c.LastTimestamp < before && db.Set<StateRow>().Any(s => s.Key == c.Key))
                    .Select(c => c.Key),
            batchSize,
            (write, keys, token) =>
                write
                    .Set<StateRow>()
                    .Where(s => keys.Contains(s.Key) && write.Set<ConversationRow>().Any(c => c.Key == s.Key && c.LastTimestamp < before))
                    .ExecuteDeleteAsync(token),
            cancellationToken
        );

    public static IAsyncEnumerable<ExpiredRows> FindReferencesAsync(
        AssistantDb db,
        long before,
        int batchSize,
        CancellationToken cancellationToken
    ) =>
        ExpiredRows.FindByKeyAsync(
            after => ExpiredReferences(db, before).Where(r => r.Key.CompareTo(after) > 0).Select(r => r.Key),
            batchSize,
            (write, keys, token) => ExpiredReferences(write, before).Where(r => keys.Contains(r.Key)).ExecuteDeleteAsync(token),
            cancellationToken
        );

    public static IAsyncEnumerable<ExpiredRows> FindUsersAsync(
        AssistantDb db,
        long before,
        int batchSize,
        CancellationToken cancellationToken
    ) =>
        ExpiredRows.FindByKeyAsync(
            after => ExpiredUsers(db, before).Where(u => u.ConversationKey.CompareTo(after) > 0).Select(u => u.ConversationKey),
            batchSize,
            (write, keys, token) => ExpiredUsers(write, before).Where(u => keys.Contains(u.ConversationKey)).ExecuteDeleteAsync(token),
            cancellationToken
        );

    public static IAsyncEnumerable<ExpiredRows> FindConversationsAsync(
        AssistantDb db,
        long before,
        int batchSize,
        CancellationToken cancellationToken
    ) =>
        ExpiredRows.FindByKeyAsync(
            after => ExpiredConversations(db, before).Where(c => c.Key.CompareTo(after) > 0).Select(c => c.Key),
            batchSize,
            (write, keys, token) => ExpiredConversations(write, before).Where(c => keys.Contains(c.Key)).ExecuteDeleteAsync(token),
            cancellationToken
        );

    private static IQueryable<ConversationReferenceRow> ExpiredReferences(AssistantDb db, long before) =>
        db.Set<ConversationReferenceRow>()
            .Where(r => r.ChangedAt < before && !db.Set<ConversationRow>().Any(c => c.Key == r.Key && c.LastTimestamp >= before));

    private static IQueryable<ConversationUserRow> ExpiredUsers(AssistantDb db, long before) =>
        db.Set<ConversationUserRow>()
            .Where(u => !db.Set<ConversationRow>().Any(c => c.Key == u.ConversationKey && c.LastTimestamp >= before));

    private static IQueryable<ConversationRow> ExpiredConversations(AssistantDb db, long before) =>
        db.Set<ConversationRow>()
            .Where(c => c.LastTimestamp < before && (c.ErasedAt == null || c.ErasedAt < before))
            .Where(c => !db.Set<ActivityRow>().Any(a => a.ConversationKey == c.Key))
            .Where(c => !db.Set<StateRow>().Any(s => s.Key == c.Key));
}
