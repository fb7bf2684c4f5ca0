using System.Numerics;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// Upper bounds of the retrievers by posting code, for one index. The table of a query term is a weighted sum of these tables, which
/// makes preparing a query cheap.
/// </summary>
internal sealed class PostingCodeBounds
{
    /// <param name="floors">The shortest length of each length class, in words.</param>
    public PostingCodeBounds(int[] floors, double meanLength)
    {
        for (var length = 0; length < PostingCode.LengthClassCount; length++)
        {
            for (var count = 1; count <= PostingCode.MaxFrequency; count++)
            {
                var code = PostingCode.Encode(count, length, inTitle: false);
                Word[code] = Word[code + 1] = GetSaturation(Saturation.Word, count, floors[length] / meanLength);
                Pair[code] = Pair[code + 1] = GetSaturation(Saturation.Pair, count, floors[length] / meanLength);
                Window[code] = Window[code + 1] = GetMaxSaturation(count, WindowGains.GetMinK(floors[length]));
                Sentence[code] = Sentence[code + 1] = GetMaxSaturation(count, WindowGains.MinSentenceK);
                TitleProximity[code + 1] = GetMaxSaturation(count, 0.6);
                Present[code] = Present[code + 1] = Title[code + 1] = 1;
            }
        }
    }

    /// <summary>The highest saturation of a word; <see cref="Pair"/> is the same for a pair of words.</summary>
    public float[] Word { get; } = new float[PostingCode.CodeCount];

    public float[] Pair { get; } = new float[PostingCode.CodeCount];

    /// <summary>
    /// The highest value of the occurrences in a window; <see cref="Sentence"/> and <see cref="TitleProximity"/> are the same for a
    /// sentence and for a title of any length.
    /// </summary>
    public float[] Window { get; } = new float[PostingCode.CodeCount];

    public float[] Sentence { get; } = new float[PostingCode.CodeCount];

    public float[] TitleProximity { get; } = new float[PostingCode.CodeCount];

    /// <summary>1 for every posting.</summary>
    public float[] Present { get; } = new float[PostingCode.CodeCount];

    /// <summary>1 for postings whose term is in the title.</summary>
    public float[] Title { get; } = new float[PostingCode.CodeCount];

    /// <summary>Adds a table, multiplied by a factor, to another.</summary>
    public static void Add(Span<float> sums, float[] table, double factor)
    {
        var factors = new Vector<float>((float)factor);
        for (var i = 0; i < sums.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + (new Vector<float>(table, i) * factors)).CopyTo(sums[i..]);
        }
    }

    private static float GetMaxSaturation(int count, double k) => (float)(count == PostingCode.MaxFrequency ? 1 : count / (count + k));

    private static float GetSaturation(Saturation saturation, int count, double length) =>
        (float)(count == PostingCode.MaxFrequency ? (saturation.K1 + 1) / 2.2 : saturation.Compute(count, length));
}
