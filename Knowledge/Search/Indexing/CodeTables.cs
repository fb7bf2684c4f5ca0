using System.Numerics;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// The maximum contribution of each channel by posting code, for one index. A term's table is a weighted sum of these, so that the
/// tables of a question are cheap to compute.
/// </summary>
internal sealed class CodeTables
{
    /// <param name="floors">Of the classes of length.</param>
    public CodeTables(int[] floors, double meanLength)
    {
        for (var length = 0; length < PostingCode.Lengths; length++)
        {
            for (var count = 1; count <= PostingCode.MostFrequent; count++)
            {
                var code = PostingCode.Of(count, length, inTitle: false);
                Word[code] = Word[code + 1] = Of(Saturation.Word, count, floors[length] / meanLength);
                Pair[code] = Pair[code + 1] = Of(Saturation.Pair, count, floors[length] / meanLength);
                Window[code] = Window[code + 1] = Most(count, WindowSteps.LeastK(floors[length]));
                Sentence[code] = Sentence[code + 1] = Most(count, WindowSteps.LeastSentenceK);
                TitleNear[code + 1] = Most(count, 0.6);
                Held[code] = Held[code + 1] = Title[code + 1] = 1;
            }
        }
    }

    /// <summary>The saturation of a word, of a pair.</summary>
    public float[] Word { get; } = new float[PostingCode.Codes];

    public float[] Pair { get; } = new float[PostingCode.Codes];

    /// <summary>The maximum value of this many occurrences in a window, in a sentence, or in a title, however short it is.</summary>
    public float[] Window { get; } = new float[PostingCode.Codes];

    public float[] Sentence { get; } = new float[PostingCode.Codes];

    public float[] TitleNear { get; } = new float[PostingCode.Codes];

    /// <summary>One.</summary>
    public float[] Held { get; } = new float[PostingCode.Codes];

    /// <summary>1 for a term in the title.</summary>
    public float[] Title { get; } = new float[PostingCode.Codes];

    /// <summary>Adds a multiple of a table to another.</summary>
    public static void Add(Span<float> to, float[] table, double times)
    {
        var factor = new Vector<float>((float)times);
        for (var i = 0; i < to.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(to[i..]) + (new Vector<float>(table, i) * factor)).CopyTo(to[i..]);
        }
    }

    private static float Most(int count, double k) => (float)(count == PostingCode.MostFrequent ? 1 : count / (count + k));

    private static float Of(Saturation saturation, int count, double length) =>
        (float)(count == PostingCode.MostFrequent ? (saturation.K1 + 1) / 2.2 : saturation.Of(count, length));
}
