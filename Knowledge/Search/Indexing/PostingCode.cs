namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// The payload of a posting, one byte: the term frequency up to seven, the passage's length class (one of sixteen), and whether the term is
/// in the title. It is enough to compute an upper bound of the passage's score.
/// </summary>
internal static class PostingCode
{
    public const int CodeCount = 256;
    public const int LengthClassCount = 16;

    /// <summary>Higher frequencies are stored as this one.</summary>
    public const int MaxFrequency = 7;

    public static byte Encode(int frequency, int lengthClass, bool inTitle) =>
        (byte)((Math.Min(frequency, MaxFrequency) << 5) | (lengthClass << 1) | (inTitle ? 1 : 0));

    /// <summary>A code whose scores are at least those of both codes.</summary>
    public static byte UpperBound(byte a, byte b) => (byte)(Math.Max(a & 0xE0, b & 0xE0) | Math.Min(a & 0x1E, b & 0x1E) | ((a | b) & 1));

    /// <summary>The shortest length of each class, chosen so that the classes have equally many passages.</summary>
    public static int[] ComputeClassFloors(IReadOnlyCollection<int> lengths)
    {
        var floors = new int[LengthClassCount];
        var sorted = lengths.Order().ToArray();
        for (var i = 1; i < LengthClassCount && sorted.Length > 0; i++)
        {
            floors[i] = sorted[(int)((long)i * sorted.Length / LengthClassCount)];
        }

        return floors;
    }

    /// <summary>The class of a length: the last class whose floor is not above it.</summary>
    public static int FindLengthClass(int length, int[] floors)
    {
        var lengthClass = LengthClassCount - 1;
        while (floors[lengthClass] > length)
        {
            lengthClass--;
        }

        return lengthClass;
    }
}
