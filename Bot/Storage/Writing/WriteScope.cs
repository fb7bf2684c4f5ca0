namespace PolicyAssistantBot.Storage.Writing;

/// <summary>
/// The database access of one write: prepared statements and, on demand, a database context, both in the transaction of the batch.
/// </summary>
internal sealed class WriteScope(PreparedConnection connection, Func<AssistantDb> createDbContext) : IDisposable
{
    private readonly HashSet<string> changedConversations = new(StringComparer.Ordinal);
    private AssistantDb? db;

    public PreparedConnection Connection => connection;

    /// <summary>A database context on the same connection; the write itself calls SaveChanges.</summary>
    public AssistantDb Db => db ??= createDbContext();

    /// <summary>Keys of the conversations whose listeners are notified after the commit.</summary>
    public IEnumerable<string> ChangedConversations =>
        IsRolledBack ? []
        : db is null ? changedConversations
        : changedConversations.Union(db.ConversationsToNotify, StringComparer.Ordinal);

    /// <summary>True when the write is rolled back although it has a result.</summary>
    public bool IsRolledBack { get; private set; }

    public void RollBack() => IsRolledBack = true;

    public void NotifyAfterCommit(string conversationKey) => changedConversations.Add(conversationKey);

    public void Dispose() => db?.Dispose();
}
