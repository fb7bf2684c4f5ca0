namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>
/// The gain of each further occurrence of a term in a window or sentence: the saturation of BM25 with k1 = 1.2 and b = 0.5, normalised by
/// the usual length. Precomputed in tables, because it is needed many times for each passage.
/// </summary>
internal static class WindowGains
{
    /// <summary>A lower bound of k for every sentence.</summary>
    public const double MinSentenceK = 0.84;

    private const int TableSize = 12;

    /// <summary>The usual length of a sentence in words.</summary>
    private const int UsualSentence = 25;

    /// <summary>Sentences shorter than this many words are normalised like one of this length.</summary>
    private const int ShortSentence = 10;

    private static readonly double[][] Sentences =
    [
        .. Enumerable.Range(0, 256).Select(length => Table(Math.Max(ShortSentence, length) / (double)UsualSentence)),
    ];
    private static readonly double[][] Windows15 = Windows(15);
    private static readonly double[][] Windows30 = Windows(30);
    private static readonly double[][] Windows80 = Windows(80);

    /// <summary>The tables of a window size, by the actual length of the window.</summary>
    public static double[][] Of(int size) =>
        size switch
        {
            15 => Windows15,
            30 => Windows30,
            _ => Windows80,
        };

    public static double[] ForSentence(int length) => Sentences[length];

    /// <summary>The gain of the count-th occurrence: the increase of count / (count + k).</summary>
    public static double Of(double[] table, int count) => count < TableSize ? table[count] : Gain(count, table[0]);

    /// <summary>
    /// A lower bound of k for the windows of a passage of this many words or more, whose last windows are at least half full.
    /// </summary>
    public static double MinK(int length) => K(Math.Min(0.5, length / 80.0));

    private static double K(double relativeLength) => 1.2 * (0.5 + (0.5 * relativeLength));

    private static double Gain(int count, double k) => k / ((count + k) * (count - 1 + k));

    private static double[][] Windows(int size) => [.. Enumerable.Range(0, size + 1).Select(length => Table((double)length / size))];

    /// <summary>The first value of the table is k itself.</summary>
    private static double[] Table(double relativeLength)
    {
        var k = K(relativeLength);
        return [k, .. Enumerable.Range(1, TableSize - 1).Select(count => Gain(count, k))];
    }
}
