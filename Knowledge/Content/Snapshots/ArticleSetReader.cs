namespace PolicyAssistantBot.Knowledge.Content.Snapshots;

/// <summary>
/// Reads sets of article files one after the other. The first one is taken from a snapshot where there is one of the same files; of the
/// later ones only the changed files are parsed. Not thread-safe.
/// </summary>
/// <param name="snapshots">Where the articles are stored as they were read; null for those of the build.</param>
public sealed class ArticleSetReader(SnapshotStore? snapshots = null)
{
    private readonly SnapshotStore snapshots = snapshots ?? SnapshotStore.Shipped;
    private readonly ArticleCache cache = new();
    private bool hasRead;

    /// <param name="files">Ordered by path.</param>
    public ArticleSet Read(IReadOnlyList<ArticleFile> files)
    {
        var articles = hasRead ? ArticleSet.Read(files, cache) : ReadFirst(files);
        hasRead |= articles.Articles.Count > 0;
        return articles;
    }

    private ArticleSet ReadFirst(IReadOnlyList<ArticleFile> files)
    {
        var stored = ArticleSnapshot.Find(files, snapshots);
        if (stored is not null)
        {
            cache.Add(files, stored);
        }

        var loaded = ArticleSet.Read(files, cache);
        if (stored is null && loaded.Problems.Count == 0)
        {
            ArticleSnapshot.Write(
                files,
                [.. files.Select(file => cache.Read(file)).OfType<ArticleReadResult.Valid>().Select(valid => valid.Article)],
                snapshots
            );
        }

        return loaded;
    }
}
