using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.References;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>Deletes what belongs to conversations in which nothing was written for a time; the row of the conversation goes last.</summary>
internal static class ConversationExpiry
{
    public static Task<int> ExpireStatesAsync(AssistantDb db, long before, int batchSize, CancellationToken cancellationToken) =>
        db.Set<StateRow>()
            .Where(s => db.Set<ConversationRow>().Any(c => c.Key == s.Key && c.LastTimestamp < before))
            .Take(batchSize)
            .ExecuteDeleteAsync(cancellationToken);

    public static Task<int> ExpireReferencesAsync(AssistantDb db, long before, int batchSize, CancellationToken cancellationToken) =>
        db.Set<ConversationReferenceRow>()
            .Where(r => r.ChangedAt < before && !db.Set<ConversationRow>().Any(c => c.Key == r.Key && c.LastTimestamp >= before))
            .Take(batchSize)
            .ExecuteDeleteAsync(cancellationToken);

    public static Task<int> ExpireUsersAsync(AssistantDb db, long before, int batchSize, CancellationToken cancellationToken) =>
        db.Set<ConversationUserRow>()
            .Where(u => !db.Set<ConversationRow>().Any(c => c.Key == u.ConversationKey && c.LastTimestamp >= before))
            .Take(batchSize)
            .ExecuteDeleteAsync(cancellationToken);

    public static Task<int> ExpireConversationsAsync(AssistantDb db, long before, int batchSize, CancellationToken cancellationToken) =>
        db.Set<ConversationRow>()
            .Where(c => c.LastTimestamp < before && (c.ErasedAt == null || c.ErasedAt < before))
            .Where(c => !db.Set<ActivityRow>().Any(a => a.ConversationKey == c.Key))
            .Where(c => !db.Set<StateRow>().Any(s => s.Key == c.Key))
            .Take(batchSize)
            .ExecuteDeleteAsync(cancellationToken);
}
