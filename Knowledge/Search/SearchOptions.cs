using PolicyAssistantBot.Knowledge.Search.Outside;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>How to search.</summary>
public sealed record SearchOptions
{
    /// <summary>
    /// Only passages in this language; null searches both, and a question reaches the other language's passages through the glossary.
    /// </summary>
    public Lang? Lang { get; init; }

    /// <summary>The most hits to give.</summary>
    public int Count { get; init; } = 10;

    /// <summary>
    /// The scores of other services for this question, which are added. Null when there are no such services or they failed.
    /// </summary>
    public OutsideScores? Outside { get; init; }

    /// <summary>Read every passage instead of stopping when no other can come among the first; the hits are the same.</summary>
    internal bool Exhaustive { get; init; }

    /// <summary>Passages, by id, that are searched as if they were not there.</summary>
    internal IReadOnlySet<string>? Except { get; init; }
}
