namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>A number as it was written.</summary>
/// <param name="NextIndex">The index of the token after it.</param>
internal sealed record Numeral(decimal Value, int NextIndex, double Confidence)
{
    /// <summary>The first scale word in it, such as a million; 1 when there is none.</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>Whether its scale word is used for money unless a noun follows.</summary>
    public bool IsMoneyScale { get; init; }

    public decimal? Alternative { get; init; }

    /// <summary>The upper bound of a vague word such as "vài chục".</summary>
    public decimal? Upper { get; init; }

    public bool IsVague { get; init; }

    /// <summary>Whether it is written in words, at least in part: "hai", "5 chục".</summary>
    public bool HasWords { get; init; }

    /// <summary>Whether it is one word that is a number only when a unit follows: "hai", "một", "năm".</summary>
    public bool NeedsUnit { get; init; }

    public Numeral Multiply(decimal factor) =>
        this with
        {
            Value = Value * factor,
            Upper = Upper * factor,
            Alternative = Alternative * factor,
        };
}
