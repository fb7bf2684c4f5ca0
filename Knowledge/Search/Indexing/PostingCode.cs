namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// One byte of a posting that bounds the score of its passage: the term's count up to seven, the passage's class of length (of sixteen),
/// and whether the title contains the term.
/// </summary>
internal static class PostingCode
{
    public const int Codes = 256;
    public const int Lengths = 16;

    /// <summary>Means this value or more.</summary>
    public const int MostFrequent = 7;

    public static byte Of(int frequency, int length, bool inTitle) =>
        (byte)((Math.Min(frequency, MostFrequent) << 5) | (length << 1) | (inTitle ? 1 : 0));

    /// <summary>The code that scores at least as much as both.</summary>
    public static byte Most(byte a, byte b) => (byte)(Math.Max(a & 0xE0, b & 0xE0) | Math.Min(a & 0x1E, b & 0x1E) | ((a | b) & 1));

    /// <summary>The shortest length of each class; all classes contain the same number of passages.</summary>
    public static int[] Floors(IReadOnlyCollection<int> lengths)
    {
        var floors = new int[Lengths];
        var sorted = lengths.Order().ToArray();
        for (var i = 1; i < Lengths && sorted.Length > 0; i++)
        {
            floors[i] = sorted[(int)((long)i * sorted.Length / Lengths)];
        }

        return floors;
    }

    /// <summary>The class of a length: the last whose floor it reaches.</summary>
    public static int ClassOf(int length, int[] floors)
    {
        var at = Lengths - 1;
        while (floors[at] > length)
        {
            at--;
        }

        return at;
    }
}
