using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>
/// The definition of one kind of deadline. The deadlines of a case, the lists, the warnings, the mails, the settings and the statistics
/// iterate over <see cref="DeadlineDefinitionList"/>.
/// </summary>
public sealed record DeadlineDefinition
{
    /// <summary>
    /// The name in stored cases, in warnings and in the settings document, such as <c>firstReply</c>: at most 20 characters. Never changes.
    /// </summary>
    public required string Key { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>The title of the statistic “share met on time”; null if there is no such statistic.</summary>
    public LocalizedText? OnTimeRateTitle { get; init; }

    /// <summary>The time limit for kinds of request without one in the settings; null if the settings must give one for every
    /// kind.</summary>
    public TimeLimit? DefaultTimeLimit { get; init; }

    /// <summary>Whether an event starts the deadline, or restarts it with the full time after it was stopped.</summary>
    public required Func<CaseEvent, bool> Starts { get; init; }

    public required Func<CaseEvent, bool> Stops { get; init; }

    /// <summary>Whether an event ends the deadline before it is missed without meeting it: then the case has no such deadline.</summary>
    public Func<CaseEvent, bool> Drops { get; init; } = _ => false;

    /// <summary>Whether the deadline is paused after an event; otherwise it runs.</summary>
    public Func<CaseEvent, bool> Pauses { get; init; } = _ => false;
}

/// <summary>All kinds of deadlines, in the order in which they are shown.</summary>
public sealed class DeadlineDefinitionList(IReadOnlyList<DeadlineDefinition> all)
{
    public IReadOnlyList<DeadlineDefinition> All { get; } = all;

    /// <summary>The title of a deadline; if no deadline with this key is defined, the key itself.</summary>
    public LocalizedText TitleOf(string key) =>
        All.FirstOrDefault(definition => definition.Key == key)?.Title ?? new LocalizedText(key, key);
}
