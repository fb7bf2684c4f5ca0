using System.Numerics;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// Upper bounds of the channels by posting code, for one index. The table of a query term is a weighted sum of these tables, which
/// makes preparing a query cheap.
/// </summary>
internal sealed class PostingCodeBounds
{
    /// <param name="floors">The shortest length of each length class, in words.</param>
    public PostingCodeBounds(int[] floors, double meanLength)
    {
        for (var length = 0; length < PostingCode.LengthClasses; length++)
        {
            for (var count = 1; count <= PostingCode.MaxFrequency; count++)
            {
                var code = PostingCode.Of(count, length, inTitle: false);
                Word[code] = Word[code + 1] = SaturationOf(Saturation.Word, count, floors[length] / meanLength);
                Pair[code] = Pair[code + 1] = SaturationOf(Saturation.Pair, count, floors[length] / meanLength);
                Window[code] = Window[code + 1] = MaxSaturation(count, WindowGains.MinK(floors[length]));
                Sentence[code] = Sentence[code + 1] = MaxSaturation(count, WindowGains.MinSentenceK);
                TitleNear[code + 1] = MaxSaturation(count, 0.6);
                Present[code] = Present[code + 1] = Title[code + 1] = 1;
            }
        }
    }

    /// <summary>The highest saturation of a word; <see cref="Pair"/> is the same for a pair of words.</summary>
    public float[] Word { get; } = new float[PostingCode.Codes];

    public float[] Pair { get; } = new float[PostingCode.Codes];

    /// <summary>
    /// The highest value of the occurrences in a window; <see cref="Sentence"/> and <see cref="TitleNear"/> are the same for a sentence
    /// and for a title of any length.
    /// </summary>
    public float[] Window { get; } = new float[PostingCode.Codes];

    public float[] Sentence { get; } = new float[PostingCode.Codes];

    public float[] TitleNear { get; } = new float[PostingCode.Codes];

    /// <summary>1 for every posting.</summary>
    public float[] Present { get; } = new float[PostingCode.Codes];

    /// <summary>1 for postings whose term is in the title.</summary>
    public float[] Title { get; } = new float[PostingCode.Codes];

    /// <summary>Adds a table, multiplied by a factor, to another.</summary>
    public static void Add(Span<float> to, float[] table, double times)
    {
        var factor = new Vector<float>((float)times);
        for (var i = 0; i < to.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(to[i..]) + (new Vector<float>(table, i) * factor)).CopyTo(to[i..]);
        }
    }

    private static float MaxSaturation(int count, double k) => (float)(count == PostingCode.MaxFrequency ? 1 : count / (count + k));

    private static float SaturationOf(Saturation saturation, int count, double length) =>
        (float)(count == PostingCode.MaxFrequency ? (saturation.K1 + 1) / 2.2 : saturation.Of(count, length));
}
