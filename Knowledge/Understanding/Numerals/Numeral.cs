namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>A number as it was written.</summary>
/// <param name="Next">The token after it.</param>
internal sealed record Numeral(decimal Value, int Next, double Confidence)
{
    /// <summary>The first scale word in it, such as a million; 1 where there is none.</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>Its scale is used of money unless a noun follows.</summary>
    public bool IsMoneyScale { get; init; }

    public decimal? Alternative { get; init; }

    /// <summary>The most that a vague word means.</summary>
    public decimal? Upper { get; init; }

    public bool IsVague { get; init; }

    /// <summary>In words, or with a word: "hai", "5 chục".</summary>
    public bool HasWords { get; init; }

    /// <summary>One word that is a number only where a unit follows: "hai", "một", "năm".</summary>
    public bool NeedsUnit { get; init; }

    public Numeral Times(decimal factor) =>
        this with
        {
            Value = Value * factor,
            Upper = Upper * factor,
            Alternative = Alternative * factor,
        };
}
