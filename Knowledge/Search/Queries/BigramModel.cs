using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Search.Indexing;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>
/// A bigram language model estimated from the index's own texts: 0.9 times the relative frequency of the pair plus 0.1 times the relative
/// frequency of the word with 0.1 added to every count.
/// </summary>
internal sealed class BigramModel(int[] counts, PairTable pairs, long totalCount)
{
    private readonly double denominator = totalCount + (0.1 * (counts.Length + 1));

    public long ByteSize => pairs.ByteSize + (4L * counts.Length);

    /// <summary>The number of occurrences of a word in the training texts.</summary>
    public int GetCount(int word) => (uint)word < (uint)counts.Length ? counts[word] : 0;

    /// <summary>The negative natural logarithm of P(word | previous); -1 is an unknown word or the start of the text.</summary>
    public double GetCost(int previous, int word)
    {
        var p = 0.1 * (GetCount(word) + 0.1) / denominator;
        if (previous >= 0 && word >= 0 && pairs.Find(previous, word) is var pair and >= 0)
        {
            p += 0.9 * pairs.Counts[pair] / Math.Max(1, GetCount(previous));
        }

        return -Math.Log(p);
    }

    public void Save(SnapshotWriter writer)
    {
        writer.Write<int>(counts);
        writer.Write(totalCount);
        pairs.Save(writer);
    }

    public static BigramModel Load(SnapshotReader reader)
    {
        var (counts, totalCount) = (reader.Read<int>(), reader.ReadValue<long>());
        return new BigramModel(counts, PairTable.Load(reader), totalCount);
    }
}
