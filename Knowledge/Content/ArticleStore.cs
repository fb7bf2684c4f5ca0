using System.Text.Json;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>
/// Loads the articles of one folder and watches it. A change becomes current only when every file is valid: otherwise the last good set
/// stays current, and <see cref="ArticleSet.Problems"/> names the file and the line.
/// </summary>
public sealed class ArticleStore : IDisposable
{
    private static readonly TimeSpan SettleTime = TimeSpan.FromMilliseconds(150);
    private static readonly Problem NoArticles = new(
        "",
        1,
        "folder",
        new LocalizedText("Thư mục bài viết trống hoặc không còn.", "The articles' folder is empty or missing.")
    );

    private readonly Lock reloading = new();
    private readonly string folder;
    private readonly string? lastGoodFile;
    private readonly ITimer settle;
    private readonly FileSystemWatcher? watcher;
    private volatile ArticleSet current = ArticleSet.Empty;

    /// <param name="folder">The folder <c>Articles</c>, with a folder for each topic.</param>
    /// <param name="lastGoodFile">The file that keeps the last good set over a restart; null keeps it in memory only.</param>
    /// <param name="watch">Whether to reload automatically soon after a file has changed.</param>
    public ArticleStore(string folder, string? lastGoodFile, TimeProvider time, bool watch = true)
    {
        this.folder = folder;
        this.lastGoodFile = lastGoodFile;
        settle = time.CreateTimer(_ => ReloadAfterChange(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Reload();
        if (watch && Directory.Exists(folder))
        {
            watcher = new FileSystemWatcher(folder, "*.md") { IncludeSubdirectories = true };
            watcher.Changed += OnChange;
            watcher.Created += OnChange;
            watcher.Deleted += OnChange;
            watcher.Renamed += OnChange;
            watcher.Error += OnChange;
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
        lock (reloading)
        {
            var files = ReadFolder(folder);
            var read = ArticleSet.Read(files);
            var before = current;
            if (files.Count == 0 && (before.Articles.Count > 0 || File.Exists(lastGoodFile)))
            {
                read = read with { Problems = [NoArticles] };
            }

            if (read.Problems.Count == 0)
            {
                current = read;
                if (read.Digest != before.Digest)
                {
                    SaveLastGood(files);
                }
            }
            else
            {
                var kept = before.Articles.Count > 0 ? before : LoadLastGood() ?? read;
                current = kept with { Problems = read.Problems };
            }

            if (current.Digest != before.Digest || !current.Problems.SequenceEqual(before.Problems))
            {
                Changed?.Invoke(this, EventArgs.Empty);
            }

            return current;
        }
    }

    public void Dispose()
    {
        watcher?.Dispose();
        settle.Dispose();
    }

    private void OnChange(object sender, EventArgs e) => settle.Change(SettleTime, Timeout.InfiniteTimeSpan);

    private void ReloadAfterChange()
    {
        try
        {
            Reload();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file was deleted or is still being written: try again later.
            settle.Change(SettleTime * 10, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The files of a folder, ordered by path; none when there is no such folder.</summary>
    internal static IReadOnlyList<ArticleFile> ReadFolder(string folder) =>
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
        var fresh = lastGoodFile + ".new";
        File.WriteAllText(fresh, JsonSerializer.Serialize(files));
        File.Move(fresh, lastGoodFile, overwrite: true);
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
                : ArticleSet.Read(saved) is { Problems.Count: 0 } good ? good
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
