namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>
/// What each further occurrence of a term adds to a window of a passage: BM25's saturation with k1 1.2 and b 0.5, by the window's length
/// relative to the usual one. Kept in tables, because it is needed many times for each passage.
/// </summary>
internal static class WindowSteps
{
    /// <summary>Below the k of every sentence.</summary>
    public const double LeastSentenceK = 0.84;

    private const int Counts = 12;

    /// <summary>Words of a sentence of the usual length, and of one below which being shorter is no merit.</summary>
    private const int UsualSentence = 25;
    private const int ShortSentence = 10;

    private static readonly double[][] Sentences =
    [
        .. Enumerable.Range(0, 256).Select(length => Table(Math.Max(ShortSentence, length) / (double)UsualSentence)),
    ];
    private static readonly double[][] Windows15 = Windows(15);
    private static readonly double[][] Windows30 = Windows(30);
    private static readonly double[][] Windows80 = Windows(80);

    /// <summary>By a window's length, up to its full size.</summary>
    public static double[][] Of(int size) =>
        size switch
        {
            15 => Windows15,
            30 => Windows30,
            _ => Windows80,
        };

    public static double[] OfSentence(int length) => Sentences[length];

    /// <summary>What the count-th occurrence adds to count × 2.2 / (count + k) / 2.2.</summary>
    public static double Of(double[] table, int count) => count < Counts ? table[count] : Step(count, table[0]);

    /// <summary>
    /// A lower bound of k for every window of a passage with at least this many words: its last windows are at least half full.
    /// </summary>
    public static double LeastK(int length) => K(Math.Min(0.5, length / 80.0));

    private static double K(double relativeLength) => 1.2 * (0.5 + (0.5 * relativeLength));

    private static double Step(int count, double k) => k / ((count + k) * (count - 1 + k));

    private static double[][] Windows(int size) => [.. Enumerable.Range(0, size + 1).Select(length => Table((double)length / size))];

    /// <summary>The first number is k itself.</summary>
    private static double[] Table(double relativeLength)
    {
        var k = K(relativeLength);
        return [k, .. Enumerable.Range(1, Counts - 1).Select(count => Step(count, k))];
    }
}
