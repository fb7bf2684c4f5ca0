namespace PolicyAssistantBot.Storage.Writing;

/// <summary>What one write works with: statements and, when asked for, the model, both in the group's transaction.</summary>
internal sealed class WriteScope(PreparedConnection sql, Func<AssistantDb> open) : IDisposable
{
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private AssistantDb? db;

    public PreparedConnection Sql => sql;

    /// <summary>The model on the same connection; changes are saved by whoever makes them.</summary>
    public AssistantDb Db => db ??= open();

    /// <summary>Conversations whose readers are to be woken once this is committed.</summary>
    public IEnumerable<string> Changed =>
        IsTakenBack ? []
        : db is null ? changed
        : changed.Union(db.Announcements, StringComparer.Ordinal);

    /// <summary>True when nothing of this write is to be stored although it has an outcome.</summary>
    public bool IsTakenBack { get; private set; }

    public void TakeBack() => IsTakenBack = true;

    public void Announce(string conversationKey) => changed.Add(conversationKey);

    public void Dispose() => db?.Dispose();
}
