using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>
/// A bigram language model estimated from the index's own texts: 0.9 times the relative frequency of the pair plus 0.1 times the relative
/// frequency of the word with 0.1 added to every count.
/// </summary>
internal sealed class BigramModel(int[] counts, PairTable pairs, long total)
{
    private readonly double denominator = total + (0.1 * (counts.Length + 1));

    public long Bytes => pairs.ByteSize + (4L * counts.Length);

    /// <summary>The number of occurrences of a word in the training texts.</summary>
    public int Count(int word) => (uint)word < (uint)counts.Length ? counts[word] : 0;

    /// <summary>The negative natural logarithm of P(word | previous); -1 is an unknown word or the start of the text.</summary>
    public double Cost(int previous, int word)
    {
        var p = 0.1 * (Count(word) + 0.1) / denominator;
        if (previous >= 0 && word >= 0 && pairs.Find(previous, word) is var pair and >= 0)
        {
            p += 0.9 * pairs.Counts[pair] / Math.Max(1, Count(previous));
        }

        return -Math.Log(p);
    }

    public void Save(SnapshotWriter to)
    {
        to.Write<int>(counts);
        to.Write(total);
        pairs.Save(to);
    }

    public static BigramModel Load(SnapshotReader from)
    {
        var (counts, total) = (from.Read<int>(), from.ReadValue<long>());
        return new BigramModel(counts, PairTable.Load(from), total);
    }
}
