namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>
/// The part of BM25 (Robertson and Zaragoza, 2009) that grows with a term's count and shrinks with the passage's length, divided by 2.2 so
/// that one channel's score stays near 0 to 1.
/// </summary>
internal readonly record struct Saturation(double K1, double B)
{
    public static readonly Saturation Word = new(1.2, 0.9);
    public static readonly Saturation Pair = new(0.6, 0.6);
    public static readonly Saturation Gram = new(1.2, 0.75);

    /// <summary>Short texts: windows and titles.</summary>
    public static readonly Saturation Short = new(1.2, 0.5);

    /// <param name="relativeLength">The passage's length over the mean length.</param>
    public double Of(int frequency, double relativeLength) =>
        frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * relativeLength)))) / 2.2;
}
