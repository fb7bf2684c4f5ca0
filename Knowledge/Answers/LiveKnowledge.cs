using System.Diagnostics;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// The knowledge base of the articles as they stand now. When they change it is built anew beside the one in use and swapped
/// whole: nothing is ever asked half-built, and questions under way finish on the one they began with.
/// </summary>
public sealed class LiveKnowledge : IDisposable
{
    private readonly Lock building = new();
    private readonly ArticleStore store;
    private readonly string? snapshot;
    private readonly Action<KnowledgeChange>? report;
    private volatile KnowledgeBase current = KnowledgeBase.Empty;

    /// <param name="snapshot">The file that keeps the index over a restart; null keeps it in memory alone.</param>
    /// <param name="report">Hears of every change, the first included.</param>
    public LiveKnowledge(ArticleStore store, string? snapshot = null, Action<KnowledgeChange>? report = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        (this.store, this.snapshot, this.report) = (store, snapshot, report);
        store.Changed += Rebuild;
        Rebuild(this, EventArgs.Empty);
    }

    /// <summary>Take it once per question.</summary>
    public KnowledgeBase Current => current;

    public void Dispose() => store.Changed -= Rebuild;

    private void Rebuild(object? sender, EventArgs e)
    {
        lock (building)
        {
            var started = Stopwatch.GetTimestamp();
            var before = current;
            var (next, outcome) = KnowledgeBase.After(before, store.Current.Articles, snapshot);
            current = next;
            report?.Invoke(KnowledgeChange.Between(before, next) with { Snapshot = outcome, Took = Stopwatch.GetElapsedTime(started) });
        }
    }
}

/// <summary>What a change of the articles changed in what is searched, by article key.</summary>
/// <param name="Snapshot">Where the index came from.</param>
/// <param name="Took">From the change until it was in use.</param>
public sealed record KnowledgeChange(
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Removed,
    SnapshotOutcome Snapshot,
    TimeSpan Took
)
{
    internal static KnowledgeChange Between(KnowledgeBase before, KnowledgeBase after)
    {
        var digest = IndexChanges.Compare(before.Index.Passages, after.Index.Passages);
        var touched = digest
            .Added.Concat(digest.Changed)
            .Concat(digest.Removed)
            .Select(id => id[..id.IndexOf('#', StringComparison.Ordinal)])
            .ToHashSet(StringComparer.Ordinal);
        return new(
            [.. touched.Where(key => before.Find(key) is null).Order(StringComparer.Ordinal)],
            [.. touched.Where(key => before.Find(key) is not null && after.Find(key) is not null).Order(StringComparer.Ordinal)],
            [.. touched.Where(key => after.Find(key) is null).Order(StringComparer.Ordinal)],
            SnapshotOutcome.None,
            TimeSpan.Zero
        );
    }
}
