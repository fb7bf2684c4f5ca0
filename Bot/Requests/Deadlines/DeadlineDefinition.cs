using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>
/// Everything that the product knows of one kind of deadline. The deadlines of a case, the lists, the warnings, the mails, the settings and
/// the figures iterate over <see cref="DeadlineDefinitionList"/>.
/// </summary>
public sealed record DeadlineDefinition
{
    /// <summary>
    /// The name in stored cases, in warnings and in the settings document, such as <c>firstReply</c>: at most 20 characters. Never changes.
    /// </summary>
    public required string Key { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>The share of clocks that stopped in time, as a heading of figures; null when there are no figures of it.</summary>
    public LocalizedText? InTimeTitle { get; init; }

    /// <summary>The time for kinds of request to which the settings give none; null when the settings must.</summary>
    public TimeLimit? Default { get; init; }

    /// <summary>Whether an event starts the clock, or starts it again with its whole time after it stopped.</summary>
    public required Func<CaseEvent, bool> Starts { get; init; }

    public required Func<CaseEvent, bool> Stops { get; init; }

    /// <summary>Whether the clock is paused after an event; otherwise it runs.</summary>
    public Func<CaseEvent, bool> Pauses { get; init; } = _ => false;
}

/// <summary>All kinds of deadlines, in the order in which they are shown.</summary>
public sealed class DeadlineDefinitionList(IReadOnlyList<DeadlineDefinition> all)
{
    public IReadOnlyList<DeadlineDefinition> All { get; } = all;

    /// <summary>The title of a clock; the key of one that is no longer defined.</summary>
    public LocalizedText TitleOf(string key) => All.FirstOrDefault(clock => clock.Key == key)?.Title ?? new LocalizedText(key, key);
}
