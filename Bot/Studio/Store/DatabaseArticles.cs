using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Studio.Store;

/// <summary>
/// The articles of the live set. A set that cannot be read is not used: the one before stays, and the problems are told.
/// </summary>
internal sealed partial class DatabaseArticles(KnowledgeStore store, SnapshotStore snapshots, ILogger<DatabaseArticles> log)
    : IArticleSource,
        IDisposable
{
    private readonly ArticleSetReader reader = new(snapshots);
    private readonly SemaphoreSlim oneRefresh = new(1, 1);
    private Dictionary<string, ArticleFile> filesByDigest = new(StringComparer.Ordinal);
    private volatile LiveSet live = new(0, [], ArticleSet.Empty);
    private int lastRead;

    public event EventHandler? Changed;

    public ArticleSet Current => live.Articles;

    /// <summary>The number and the articles of the set in use, which belong together.</summary>
    public LiveSet Live => live;

    /// <summary>Uses the set that is live in the database. Returns when questions are answered from it.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await oneRefresh.WaitAsync(cancellationToken);
        try
        {
            if (
                await store.GetLiveNumberAsync(cancellationToken) == lastRead
                || await store.FindSetAsync(null, cancellationToken) is not { } set
            )
            {
                return;
            }

            var files = await store.ReadFilesAsync(set, filesByDigest, cancellationToken);
            lastRead = set.Number;
            var articles = reader.Read(files);
            if (articles.Problems.Count > 0 && live.Number > 0)
            {
                LogUnreadable(set.Number, articles.Problems[0]);
                live = live with { Articles = live.Articles with { Problems = articles.Problems } };
            }
            else
            {
                filesByDigest = files.ToDictionary(file => PreparedFile.DigestOf(file), StringComparer.Ordinal);
                live = new LiveSet(set.Number, files, articles);
            }

            Changed?.Invoke(this, EventArgs.Empty);
        }
        finally
        {
            oneRefresh.Release();
        }
    }

    /// <summary>The set in use, with what belongs to it: read while no other set is taken into use.</summary>
    public async Task<(LiveSet Live, T Value)> ReadWithAsync<T>(Func<T> read, CancellationToken cancellationToken)
    {
        await oneRefresh.WaitAsync(cancellationToken);
        try
        {
            return (live, read());
        }
        finally
        {
            oneRefresh.Release();
        }
    }

    public void Dispose() => oneRefresh.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "Set {Number} of the articles cannot be read, the one before stays in use: {Problem}")]
    private partial void LogUnreadable(int number, Problem problem);
}

/// <param name="Number">0 before the first one was read.</param>
/// <param name="Files">Ordered by path.</param>
internal sealed record LiveSet(int Number, IReadOnlyList<ArticleFile> Files, ArticleSet Articles);
