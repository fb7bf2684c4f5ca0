namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>How to search.</summary>
public sealed record SearchOptions
{
    /// <summary>Only passages in this language; null searches both, and a question reaches the other language's passages through the glossary.</summary>
    public Lang? Lang { get; init; }

    /// <summary>The most hits to give.</summary>
    public int Count { get; init; } = 10;
}
