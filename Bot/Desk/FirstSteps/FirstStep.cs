using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.FirstSteps;

/// <summary>One step of setting up the service.</summary>
/// <param name="Key">Names the step in forms; never changes.</param>
/// <param name="Path">Where the step is done; null when it is done in the configuration of the server.</param>
public sealed record FirstStep(string Key, LocalizedText Title, LocalizedText Text, string? Path, LocalizedText? Link, bool IsDone)
{
    /// <summary>Whether the administrator skipped it.</summary>
    public bool IsDismissed { get; init; }
}
