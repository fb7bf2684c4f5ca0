namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>A quantity with the range of its tokens.</summary>
/// <param name="IsWomen">Whether its noun denotes women.</param>
/// <param name="IsInsured">Whether its noun denotes insured employees.</param>
internal sealed record PlacedQuantity(Quantity Quantity, int FirstIndex, int NextIndex, bool IsWomen, bool IsInsured)
{
    /// <summary>The index of the first token of the number itself, after words of comparison.</summary>
    public int NumberIndex { get; init; }

    /// <summary>Whether it is the first number of a ratio, such as 9 in "9/15 người".</summary>
    public bool IsPartOfNext { get; init; }
}
