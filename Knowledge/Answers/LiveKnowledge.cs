using System.Diagnostics;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Search.Indexing;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// Provides the knowledge base of the current articles. When they change, a new one replaces the old one atomically; running questions
/// finish on the one they started with. A change is searched at once with what was learnt before; what is learnt from the changed articles
/// is swapped in when it is ready.
/// </summary>
public sealed class LiveKnowledge : IDisposable
{
    private readonly Lock buildLock = new();
    private readonly IArticleSource store;
    private readonly SnapshotStore snapshots;
    private readonly Action<KnowledgeChange>? onChange;
    private volatile KnowledgeBase? current;
    private Task learning = Task.CompletedTask;

    /// <param name="snapshots">Where indexes and models are stored across restarts; null for those of the build.</param>
    /// <param name="report">Called after every change, including the first load.</param>
    public LiveKnowledge(IArticleSource store, SnapshotStore? snapshots = null, Action<KnowledgeChange>? report = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        (this.store, this.snapshots, this.onChange) = (store, snapshots ?? SnapshotStore.Shipped, report);
        store.Changed += Rebuild;
        Rebuild(this, EventArgs.Empty);
    }

    /// <summary>Read it once per question, because it can be replaced at any time.</summary>
    public KnowledgeBase Current => current ?? KnowledgeBase.Empty;

    public void Dispose() => store.Changed -= Rebuild;

    /// <summary>Completes when no change waits to be learnt from.</summary>
    internal Task Learning
    {
        get
        {
            lock (buildLock)
            {
                return learning;
            }
        }
    }

    private void Rebuild(object? sender, EventArgs e)
    {
        lock (buildLock)
        {
            var started = Stopwatch.GetTimestamp();
            var previous = current;
            var articles = store.Current.Articles;
            var (next, outcome) = previous is null or { Articles.Count: 0 }
                ? KnowledgeBase.Load(articles, snapshots)
                : (ParallelWork.OnOneThread(() => previous.CreateNext(articles)), SnapshotOutcome.None);
            current = next;
            onChange?.Invoke(
                KnowledgeChange.Compare(previous, next) with
                {
                    Snapshot = outcome,
                    Duration = Stopwatch.GetElapsedTime(started),
                }
            );
            if (!next.IsLearnt)
            {
                learning = LearnAfterAsync(learning, next);
            }
        }
    }

    private async Task LearnAfterAsync(Task before, KnowledgeBase changed)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ParallelWork.RunBehind(() => Learn(changed)).ConfigureAwait(false);
    }

    /// <summary>Learns from a changed version and replaces it, unless another change came meanwhile.</summary>
    private void Learn(KnowledgeBase changed)
    {
        if (!ReferenceEquals(current, changed))
        {
            return;
        }

        var learnt = changed.Learn(snapshots);
        lock (buildLock)
        {
            if (ReferenceEquals(current, changed))
            {
                current = learnt;
            }
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
    internal static HashSet<string> FindArticleKeys(IndexChanges changes) =>
        changes
            .Added.Concat(changes.Changed)
            .Concat(changes.Removed)
            .Select(id => id[..id.IndexOf('#', StringComparison.Ordinal)])
            .ToHashSet(StringComparer.Ordinal);

    /// <param name="previous">Null for the first version.</param>
    internal static KnowledgeChange Compare(KnowledgeBase? previous, KnowledgeBase next)
    {
        var passageChanges = IndexChanges.Compare(previous?.Index.Passages ?? [], next.Index.Passages);
        var changedKeys = FindArticleKeys(passageChanges);
        return new(
            [.. changedKeys.Where(key => previous?.Find(key) is null).Order(StringComparer.Ordinal)],
            [.. changedKeys.Where(key => previous?.Find(key) is not null && next.Find(key) is not null).Order(StringComparer.Ordinal)],
            [.. changedKeys.Where(key => next.Find(key) is null).Order(StringComparer.Ordinal)],
            SnapshotOutcome.None,
            TimeSpan.Zero
        );
    }
}
