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
    private const int UsualSentenceWords = 25;

    /// <summary>Sentences shorter than this many words are normalised like one of this length.</summary>
    private const int ShortSentenceWords = 10;

    private static readonly double[][] Sentences =
    [
        .. Enumerable.Range(0, 256).Select(length => CreateTable(Math.Max(ShortSentenceWords, length) / (double)UsualSentenceWords)),
    ];
    private static readonly double[][] Windows15 = CreateWindowTables(15);
    private static readonly double[][] Windows30 = CreateWindowTables(30);
    private static readonly double[][] Windows80 = CreateWindowTables(80);

    /// <summary>The tables of a window size, by the actual length of the window.</summary>
    public static double[][] GetTables(int size) =>
        size switch
        {
            15 => Windows15,
            30 => Windows30,
            _ => Windows80,
        };

    public static double[] GetSentenceTable(int length) => Sentences[length];

    /// <summary>The gain of the count-th occurrence: the increase of count / (count + k).</summary>
    public static double GetTables(double[] table, int count) => count < TableSize ? table[count] : ComputeGain(count, table[0]);

    /// <summary>
    /// A lower bound of k for the windows of a passage of this many words or more, whose last windows are at least half full.
    /// </summary>
    public static double GetMinK(int length) => GetK(Math.Min(0.5, length / 80.0));

    private static double GetK(double relativeLength) => 1.2 * (0.5 + (0.5 * relativeLength));

    private static double ComputeGain(int count, double k) => k / ((count + k) * (count - 1 + k));

    private static double[][] CreateWindowTables(int size) =>
        [.. Enumerable.Range(0, size + 1).Select(length => CreateTable((double)length / size))];

    /// <summary>The first value of the table is k itself.</summary>
    private static double[] CreateTable(double relativeLength)
    {
        var k = GetK(relativeLength);
        return [k, .. Enumerable.Range(1, TableSize - 1).Select(count => ComputeGain(count, k))];
    }
}
