using System.Diagnostics;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// Provides the knowledge base of the current articles. When they change, a new one is built in the background and replaces the old one
/// atomically; running questions finish on the one they started with.
/// </summary>
public sealed class LiveKnowledge : IDisposable
{
    private readonly Lock buildLock = new();
    private readonly ArticleStore store;
    private readonly SnapshotStore snapshots;
    private readonly Action<KnowledgeChange>? onChange;
    private volatile KnowledgeBase current = KnowledgeBase.Empty;

    /// <param name="snapshots">Where indexes and models are stored across restarts; null for those of the build.</param>
    /// <param name="report">Called after every change, including the first load.</param>
    public LiveKnowledge(ArticleStore store, SnapshotStore? snapshots = null, Action<KnowledgeChange>? report = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        (this.store, this.snapshots, this.onChange) = (store, snapshots ?? SnapshotStore.Shipped, report);
        store.Changed += Rebuild;
        Rebuild(this, EventArgs.Empty);
    }

    /// <summary>Read it once per question, because it can be replaced at any time.</summary>
    public KnowledgeBase Current => current;

    public void Dispose() => store.Changed -= Rebuild;

    private void Rebuild(object? sender, EventArgs e)
    {
        lock (buildLock)
        {
            var started = Stopwatch.GetTimestamp();
            var previous = current;
            var (next, outcome) = KnowledgeBase.CreateNext(previous, store.Current.Articles, snapshots);
            current = next;
            onChange?.Invoke(
                KnowledgeChange.Compare(previous, next) with
                {
                    Snapshot = outcome,
                    Duration = Stopwatch.GetElapsedTime(started),
                }
            );
        }
    }
}

/// <summary>The articles whose searchable text changed, by key.</summary>
/// <param name="Snapshot">Where the index came from.</param>
/// <param name="Duration">The time from the change until the new version was in use.</param>
public sealed record KnowledgeChange(
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Removed,
    SnapshotOutcome Snapshot,
    TimeSpan Duration
)
{
    internal static KnowledgeChange Compare(KnowledgeBase previous, KnowledgeBase next)
    {
        var passageChanges = IndexChanges.Compare(previous.Index.Passages, next.Index.Passages);
        var changedKeys = passageChanges
            .Added.Concat(passageChanges.Changed)
            .Concat(passageChanges.Removed)
            .Select(id => id[..id.IndexOf('#', StringComparison.Ordinal)])
            .ToHashSet(StringComparer.Ordinal);
        return new(
            [.. changedKeys.Where(key => previous.Find(key) is null).Order(StringComparer.Ordinal)],
            [.. changedKeys.Where(key => previous.Find(key) is not null && next.Find(key) is not null).Order(StringComparer.Ordinal)],
            [.. changedKeys.Where(key => next.Find(key) is null).Order(StringComparer.Ordinal)],
            SnapshotOutcome.None,
            TimeSpan.Zero
        );
    }
}
