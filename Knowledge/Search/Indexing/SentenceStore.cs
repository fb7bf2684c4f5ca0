using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// The number of words in each sentence of each passage, including title, heading and phrasings; one byte for each sentence.
/// </summary>
internal sealed class SentenceStore(byte[] lengths, int[] starts)
{
    public long Bytes => lengths.Length + (4L * starts.Length);

    public void Save(SnapshotWriter to)
    {
        to.Write<byte>(lengths);
        to.Write<int>(starts);
    }

    public static SentenceStore Load(SnapshotReader from) => new(from.Read<byte>(), from.Read<int>());

    /// <summary>The lengths of a passage's sentences, in words; they add up to the passage's length.</summary>
    public ReadOnlySpan<byte> Of(int doc) => lengths.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);
}

/// <summary>Collects the lengths of sentences while an index is built. Sentences of more than 255 words are split.</summary>
internal sealed class SentenceBuffer
{
    private readonly List<byte> lengths = [];
    private readonly List<int> starts = [0];
    private int openLength;

    /// <summary>The number of words in the current sentence.</summary>
    public int OpenLength => openLength;

    public void AddWord()
    {
        if (openLength == byte.MaxValue)
        {
            EndSentence();
        }

        openLength++;
    }

    public void EndSentence()
    {
        if (openLength > 0)
        {
            lengths.Add((byte)openLength);
        }

        openLength = 0;
    }

    public void EndDoc() => starts.Add(lengths.Count);

    public SentenceStore Build() => new([.. lengths], [.. starts]);
}
