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
/// <param name="Until">When it goes on by itself; null when somebody has to switch it on.</param>
public sealed record SwitchedOff(DateTimeOffset At, string By, string Reason, DateTimeOffset? Until = null);

/// <summary>What is switched off.</summary>
internal sealed class SwitchBoard(DataFolder dataFolder, TimeProvider time)
{
    private readonly StateFile<Dictionary<Switch, SwitchedOff>> file = new(Path.Combine(dataFolder.Path, "switches.json"), [], time);

    public bool IsOff(Switch name) => Read().ContainsKey(name);

    /// <summary>Null when it is on.</summary>
    public SwitchedOff? Find(Switch name) => Read().GetValueOrDefault(name);

    /// <summary>What is switched off now. What has reached its end is on again, without anything having to run at that time.</summary>
    public IReadOnlyDictionary<Switch, SwitchedOff> Read()
    {
        var (states, now) = (file.Read(), time.GetUtcNow());
        return states.Values.All(state => IsInForce(state, now))
            ? states
            : states.Where(state => IsInForce(state.Value, now)).ToDictionary();
    }

    public void SwitchOff(Switch name, string by, string reason, DateTimeOffset? until = null) =>
        file.Change(states => new(states) { [name] = new SwitchedOff(time.GetUtcNow(), by, reason, until) });

    public void SwitchOn(Switch name) => file.Change(states => new(states.Where(state => state.Key != name)));

    private static bool IsInForce(SwitchedOff state, DateTimeOffset now) => state.Until is not { } until || until > now;
}
