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

/// <summary>What is switched off.</summary>
internal sealed class SwitchBoard(DataFolder dataFolder, TimeProvider time)
{
    private readonly StateFile<Dictionary<Switch, SwitchedOff>> file = new(Path.Combine(dataFolder.Path, "switches.json"), [], time);

    public bool IsOff(Switch name) => Read().ContainsKey(name);

    /// <summary>What is switched off now.</summary>
    public IReadOnlyDictionary<Switch, SwitchedOff> Read() => file.Read();

    public void SwitchOff(Switch name, string by, string reason) =>
        file.Change(states => new(states) { [name] = new SwitchedOff(time.GetUtcNow(), by, reason) });

    public void SwitchOn(Switch name) => file.Change(states => new(states.Where(state => state.Key != name)));
}
