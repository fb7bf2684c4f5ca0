using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Options of a search.</summary>
public sealed record SearchOptions
{
    /// <summary>The language of the passages; null searches both languages.</summary>
    public Lang? Lang { get; init; }

    /// <summary>The most hits to return.</summary>
    public int Count { get; init; } = 10;

    /// <summary>The scores of external retrievers for this question, which are added; null when there are none.</summary>
    public ExternalScores? ExternalScores { get; init; }

    /// <summary>Scores every passage instead of pruning; the hits are the same. For tests and benchmarks.</summary>
    internal bool IsExhaustive { get; init; }

    /// <summary>The ids of passages that are excluded from the search.</summary>
    internal IReadOnlySet<string>? ExcludedIds { get; init; }
}
