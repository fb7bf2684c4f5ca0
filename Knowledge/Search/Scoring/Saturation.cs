namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>
/// The term frequency saturation and length normalisation of BM25 (Robertson and Zaragoza, 2009), divided by 2.2 so that the score
/// of one retriever is about 0 to 1.
/// </summary>
internal readonly record struct Saturation(double K1, double B)
{
    public static readonly Saturation Word = new(1.2, 0.9);
    public static readonly Saturation Pair = new(0.6, 0.6);
    public static readonly Saturation Gram = new(1.2, 0.75);

    /// <summary>For titles.</summary>
    public static readonly Saturation Title = new(1.2, 0.5);

    /// <param name="relativeLength">The length of the passage divided by the mean length.</param>
    public double Compute(int frequency, double relativeLength) =>
        frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * relativeLength)))) / 2.2;
}
