namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>A quantity with the tokens that it takes.</summary>
/// <param name="IsWomen">Its noun says women.</param>
/// <param name="IsInsured">Its noun says insured.</param>
internal sealed record PlacedQuantity(Quantity Quantity, int First, int Next, bool IsWomen, bool IsInsured)
{
    /// <summary>The first token of the number itself, after the words that compare.</summary>
    public int Number { get; init; }

    /// <summary>The smaller part of "9/15 người".</summary>
    public bool IsPartOfNext { get; init; }
}
