using System.Text.Json;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Switches;

/// <summary>What can be switched off at once, such as during an attack.</summary>
public enum Switch
{
    /// <summary>The chat on web pages.</summary>
    WebChat,

    /// <summary>Teams and other channels of Azure Bot Service.</summary>
    Teams,

    /// <summary>The language model; answers go on without it.</summary>
    Model,
}

/// <summary>Who switched something off, and why.</summary>
public sealed record SwitchedOff(DateTimeOffset At, string By, string Reason);

/// <summary>
/// The switches, in a file of the data folder: they survive a restart, and a shell can change them while the service runs, even when the
/// database does not respond.
/// </summary>
internal sealed class SwitchBoard(DataFolder dataFolder, TimeProvider time)
{
    private const string FileName = "switches.json";

    /// <summary>How soon a change from a shell takes effect.</summary>
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);

    private readonly Lock boardLock = new();
    private Dictionary<Switch, SwitchedOff> switchedOff = [];
    private DateTimeOffset checkedAt = DateTimeOffset.MinValue;
    private DateTime fileTime;

    private string FilePath => Path.Combine(dataFolder.Path, FileName);

    public bool IsOff(Switch name) => Read().ContainsKey(name);

    /// <summary>What is switched off now.</summary>
    public IReadOnlyDictionary<Switch, SwitchedOff> Read()
    {
        lock (boardLock)
        {
            if (time.GetUtcNow() - checkedAt >= CheckInterval)
            {
                checkedAt = time.GetUtcNow();
                Load();
            }

            return switchedOff;
        }
    }

    public void SwitchOff(Switch name, string by, string reason) =>
        Save(states => states[name] = new SwitchedOff(time.GetUtcNow(), by, reason));

    public void SwitchOn(Switch name) => Save(states => states.Remove(name));

    /// <summary>A file that cannot be read changes nothing.</summary>
    private void Load()
    {
        try
        {
            var written = File.GetLastWriteTimeUtc(FilePath);
            if (written != fileTime && File.Exists(FilePath))
            {
                switchedOff = JsonSerializer.Deserialize<Dictionary<Switch, SwitchedOff>>(File.ReadAllBytes(FilePath)) ?? [];
                fileTime = written;
            }
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            // Read again at the next check.
        }
    }

    private void Save(Action<Dictionary<Switch, SwitchedOff>> change)
    {
        lock (boardLock)
        {
            Load();
            var states = new Dictionary<Switch, SwitchedOff>(switchedOff);
            change(states);
            var newFile = $"{FilePath}.new";
            File.Delete(newFile);
            using (var file = PrivateFile.CreateNew(newFile))
            {
                JsonSerializer.Serialize(file, states);
            }

            File.Move(newFile, FilePath, overwrite: true);
            switchedOff = states;
            fileTime = File.GetLastWriteTimeUtc(FilePath);
        }
    }
}
