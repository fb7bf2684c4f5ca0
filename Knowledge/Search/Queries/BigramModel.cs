using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Search.Indexing;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>
/// A bigram language model estimated from the index's own texts and what people type, smoothed by Witten and Bell (1991): the more
/// different words follow a word, the more the frequency of the next one by itself counts; that has 0.1 added to every count.
/// </summary>
/// <param name="counts">The occurrences of each word; those of <see cref="Start"/> and <see cref="Number"/> last.</param>
internal sealed class BigramModel(int[] counts, PairTable pairs)
{
    private readonly double denominator = counts.Sum(count => (long)count) + (0.1 * counts.Length);

    /// <summary>The number of ids after those of the vocabulary: <see cref="Start"/> and <see cref="Number"/>.</summary>
    public const int Marks = 2;

    /// <summary>What comes before the first word of a question.</summary>
    public int Start => GetStart(counts.Length - Marks);

    /// <summary>What every number counts as: what follows "còn" does not depend on how many.</summary>
    public int Number => GetNumber(counts.Length - Marks);

    public static int GetStart(int vocabulary) => vocabulary;

    public static int GetNumber(int vocabulary) => vocabulary + 1;

    public long ByteSize => pairs.ByteSize + (4L * counts.Length);

    /// <summary>The number of occurrences of a word in the training texts.</summary>
    public int GetCount(int word) => (uint)word < (uint)counts.Length ? counts[word] : 0;

    /// <summary>The negative natural logarithm of P(word | previous); -1 is an unknown word.</summary>
    public double GetCost(int previous, int word)
    {
        var p = (GetCount(word) + 0.1) / denominator;
        if (previous >= 0)
        {
            double seen = GetCount(previous),
                followers = pairs.CountFollowers(previous);
            var together = word >= 0 && pairs.Find(previous, word) is var pair and >= 0 ? pairs.Counts[pair] : 0;
            p = seen + followers == 0 ? p : (together + (followers * p)) / (seen + followers);
        }

        return -Math.Log(p);
    }

    public void Save(SnapshotWriter writer)
    {
        writer.Write<int>(counts);
        pairs.Save(writer);
    }

    public static BigramModel Load(SnapshotReader reader)
    {
        var counts = reader.Read<int>();
        return new BigramModel(counts, PairTable.Load(reader));
    }
}
