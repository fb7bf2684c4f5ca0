using System.Text.Json;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>
/// Loads the articles of one folder and watches it. A change becomes current only when every file is valid: otherwise the last good set
/// stays current, and <see cref="ArticleSet.Problems"/> names the file and the line.
/// </summary>
public sealed class ArticleStore : IArticleSource, IDisposable
{
    private static readonly TimeSpan SettleDelay = TimeSpan.FromMilliseconds(150);
    private static readonly Problem NoArticlesProblem = new(
        "",
        1,
        "folder",
        new LocalizedText("Thư mục bài viết trống hoặc không còn.", "The articles' folder is empty or missing.")
    );

    private readonly Lock reloadLock = new();
    private readonly ArticleSetReader reader;
    private readonly string folder;
    private readonly string? lastGoodFile;
    private readonly ITimer settleTimer;
    private readonly FileSystemWatcher? watcher;
    private volatile ArticleSet current = ArticleSet.Empty;

    /// <param name="folder">The folder <c>Articles</c>, with a folder for each topic.</param>
    /// <param name="lastGoodFile">The file that keeps the last good set over a restart; null keeps it in memory only.</param>
    /// <param name="watch">Whether to reload automatically soon after a file has changed.</param>
    /// <param name="snapshots">Where the articles are stored as they were read; null for those of the build.</param>
    public ArticleStore(string folder, string? lastGoodFile, TimeProvider time, bool watch = true, SnapshotStore? snapshots = null)
    {
        reader = new ArticleSetReader(snapshots);
        this.folder = folder;
        this.lastGoodFile = lastGoodFile;
        settleTimer = time.CreateTimer(_ => ReloadAfterChange(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Reload();
        if (watch && Directory.Exists(folder))
        {
            watcher = new FileSystemWatcher(folder, "*.md") { IncludeSubdirectories = true };
            watcher.Changed += OnFileChanged;
            watcher.Created += OnFileChanged;
            watcher.Deleted += OnFileChanged;
            watcher.Renamed += OnFileChanged;
            watcher.Error += OnFileChanged;
            watcher.EnableRaisingEvents = true;
        }
    }

    /// <summary>Raised after <see cref="Current"/> or its problems changed, on the thread that reloaded.</summary>
    public event EventHandler? Changed;

    /// <summary>An immutable snapshot: take it once per question.</summary>
    public ArticleSet Current => current;

    /// <summary>Reads the folder again now.</summary>
    public ArticleSet Reload()
    {
        lock (reloadLock)
        {
            var files = ReadFolder(folder);
            var previous = current;
            var loaded = reader.Read(files);
            if (files.Count == 0 && (previous.Articles.Count > 0 || File.Exists(lastGoodFile)))
            {
                loaded = loaded with { Problems = [NoArticlesProblem] };
            }

            if (loaded.Problems.Count == 0)
            {
                current = loaded;
                if (loaded.Digest != previous.Digest)
                {
                    SaveLastGood(files);
                }
            }
            else
            {
                var lastGood = previous.Articles.Count > 0 ? previous : LoadLastGood() ?? loaded;
                current = lastGood with { Problems = loaded.Problems };
            }

            if (current.Digest != previous.Digest || !current.Problems.SequenceEqual(previous.Problems))
            {
                Changed?.Invoke(this, EventArgs.Empty);
            }

            return current;
        }
    }

    public void Dispose()
    {
        watcher?.Dispose();
        settleTimer.Dispose();
    }

    private void OnFileChanged(object sender, EventArgs e) => settleTimer.Change(SettleDelay, Timeout.InfiniteTimeSpan);

    private void ReloadAfterChange()
    {
        try
        {
            Reload();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file was deleted or is still being written: try again later.
            settleTimer.Change(SettleDelay * 10, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The files of a folder, ordered by path; none when there is no such folder.</summary>
    public static IReadOnlyList<ArticleFile> ReadFolder(string folder) =>
        !Directory.Exists(folder)
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
                    .Where(file => !Path.GetFileName(file).Equals("README.md", StringComparison.OrdinalIgnoreCase))
                    .Select(file => new ArticleFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))
                    .OrderBy(file => file.Path, StringComparer.Ordinal),
            ];

    private void SaveLastGood(IReadOnlyList<ArticleFile> files)
    {
        if (lastGoodFile is null || files.Count == 0)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(lastGoodFile))!);
        var temporaryFile = lastGoodFile + ".new";
        File.WriteAllText(temporaryFile, JsonSerializer.Serialize(files));
        File.Move(temporaryFile, lastGoodFile, overwrite: true);
    }

    private ArticleSet? LoadLastGood()
    {
        if (lastGoodFile is null || !File.Exists(lastGoodFile))
        {
            return null;
        }

        try
        {
            var saved = JsonSerializer.Deserialize<List<ArticleFile>>(File.ReadAllText(lastGoodFile));
            return saved is null ? null
                : ArticleSet.Read(saved) is { Problems.Count: 0 } lastGood ? lastGood
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
