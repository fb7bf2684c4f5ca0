using System.Text.Json;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Switches;

/// <summary>
/// A small state in a file of the data folder: it survives a restart, and a shell can change it while the service runs, even when the
/// database does not respond.
/// </summary>
internal sealed class StateFile<T>(string path, T empty, TimeProvider time)
    where T : class
{
    /// <summary>How soon a change from a shell takes effect.</summary>
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);

    private readonly Lock stateLock = new();
    private T state = empty;
    private DateTimeOffset checkedAt = DateTimeOffset.MinValue;
    private DateTime fileTime;

    public T Read()
    {
        lock (stateLock)
        {
            if (time.GetUtcNow() - checkedAt >= CheckInterval)
            {
                checkedAt = time.GetUtcNow();
                Load();
            }

            return state;
        }
    }

    /// <param name="change">Returns the new state and leaves the old one as it is.</param>
    public void Change(Func<T, T> change)
    {
        lock (stateLock)
        {
            Load();
            var changed = change(state);
            var newFile = $"{path}.new";
            File.Delete(newFile);
            using (var file = PrivateFile.CreateNew(newFile))
            {
                JsonSerializer.Serialize(file, changed);
            }

            File.Move(newFile, path, overwrite: true);
            state = changed;
            fileTime = File.GetLastWriteTimeUtc(path);
        }
    }

    /// <summary>A file that cannot be read changes nothing.</summary>
    private void Load()
    {
        try
        {
            var written = File.GetLastWriteTimeUtc(path);
            if (written != fileTime && File.Exists(path))
            {
                state = JsonSerializer.Deserialize<T>(File.ReadAllBytes(path)) ?? state;
                fileTime = written;
            }
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            // Read again at the next check.
        }
    }
}
