using PolicyAssistantBot.BotFramework.DirectLine;

namespace PolicyAssistantBot.Storage.Writing;

/// <summary>
/// The database access of one write: prepared statements and, on demand, a database context, both in the transaction of the batch.
/// </summary>
internal sealed class WriteScope(PreparedConnection connection, Func<AssistantDb> createDbContext) : IDisposable
{
    private readonly Dictionary<string, TranscriptPage?> changedConversations = new(StringComparer.Ordinal);
    private AssistantDb? db;

    private static IReadOnlyDictionary<string, TranscriptPage?> Nothing { get; } = new Dictionary<string, TranscriptPage?>();

    public PreparedConnection Connection => connection;

    /// <summary>A database context on the same connection; the write itself calls SaveChanges.</summary>
    public AssistantDb Db => db ??= createDbContext();

    /// <summary>
    /// The conversations whose listeners are notified after the commit, with the appended activities; null when several appended.
    /// </summary>
    public IReadOnlyDictionary<string, TranscriptPage?> GetChangedConversations()
    {
        if (IsRolledBack)
        {
            return Nothing;
        }

        foreach (var key in db?.ConversationsToNotify ?? [])
        {
            changedConversations[key] = null;
        }

        return changedConversations;
    }

    /// <summary>True when the write is rolled back although it has a result.</summary>
    public bool IsRolledBack { get; private set; }

    public void RollBack() => IsRolledBack = true;

    /// <param name="appended">Exactly the activities that this write appended; null when they are not known.</param>
    public void NotifyAfterCommit(string conversationKey, TranscriptPage? appended = null)
    {
        if (!changedConversations.TryAdd(conversationKey, appended))
        {
            changedConversations[conversationKey] = null;
        }
    }

    public void Dispose() => db?.Dispose();
}
