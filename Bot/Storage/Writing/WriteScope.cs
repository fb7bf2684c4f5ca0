namespace PolicyAssistantBot.Storage.Writing;

/// <summary>The database access of one write: statements and, on demand, the EF model, both in the group's transaction.</summary>
internal sealed class WriteScope(PreparedConnection sql, Func<AssistantDb> open) : IDisposable
{
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private AssistantDb? db;

    public PreparedConnection Sql => sql;

    /// <summary>The EF model on the same connection; the write itself calls SaveChanges.</summary>
    public AssistantDb Db => db ??= open();

    /// <summary>Conversations whose readers are notified after the commit.</summary>
    public IEnumerable<string> Changed =>
        IsRolledBack ? []
        : db is null ? changed
        : changed.Union(db.Announcements, StringComparer.Ordinal);

    /// <summary>True when the write is rolled back although it has a result.</summary>
    public bool IsRolledBack { get; private set; }

    public void RollBack() => IsRolledBack = true;

    public void Announce(string conversationKey) => changed.Add(conversationKey);

    public void Dispose() => db?.Dispose();
}
