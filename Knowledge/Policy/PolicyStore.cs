using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>
/// Publishes the tables of a folder and follows their changes. A change comes into use only when every table reads; with a broken one the
/// last good policy stays in use, and <see cref="Problems"/> says which file and line is wrong.
/// </summary>
internal sealed class PolicyStore : IDisposable
{
    private static readonly TimeSpan SettleDelay = TimeSpan.FromMilliseconds(150);

    private readonly Lock reloadLock = new();
    private readonly string folder;
    private readonly Action<ConversationPolicy> prepare;
    private readonly Action<IReadOnlyList<Problem>>? reportProblems;
    private readonly SnapshotStore? snapshots;
    private readonly ITimer settleTimer;
    private readonly FileSystemWatcher? watcher;
    private volatile IReadOnlyList<Problem> problems = [];

    /// <param name="prepare">Learns from a policy before it is used, so that no question waits for it.</param>
    /// <param name="report">Is told what is wrong after each change; an empty list when all is well.</param>
    /// <param name="snapshots">Where the tables are stored as they were read; null for those of the build.</param>
    public PolicyStore(
        string folder,
        TimeProvider time,
        Action<ConversationPolicy> prepare,
        Action<IReadOnlyList<Problem>>? report = null,
        bool watch = true,
        SnapshotStore? snapshots = null
    )
    {
        (this.folder, this.prepare, this.reportProblems, this.snapshots) = (folder, prepare, report, snapshots);
        settleTimer = time.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Reload();
        if (watch && Directory.Exists(folder))
        {
            watcher = new FileSystemWatcher(folder, "*.yaml");
            watcher.Changed += OnChange;
            watcher.Created += OnChange;
            watcher.Deleted += OnChange;
            watcher.Renamed += OnChange;
            watcher.EnableRaisingEvents = true;
        }
    }

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Reads the folder again now.</summary>
    public void Reload()
    {
        lock (reloadLock)
        {
            List<Problem> problemsFound = [];
            try
            {
                if (ConversationPolicy.Read(folder, problemsFound, snapshots) is { } policy)
                {
                    prepare(policy);
                    ConversationPolicy.Publish(policy);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A file is still being written: look again when it has settled.
                settleTimer.Change(SettleDelay * 10, Timeout.InfiniteTimeSpan);
                return;
            }

            problems = problemsFound;
            reportProblems?.Invoke(problemsFound);
        }
    }

    public void Dispose()
    {
        watcher?.Dispose();
        settleTimer.Dispose();
    }

    private void OnChange(object sender, FileSystemEventArgs e) => settleTimer.Change(SettleDelay, Timeout.InfiniteTimeSpan);
}
