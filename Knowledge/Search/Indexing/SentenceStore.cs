using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// The number of words in each sentence of each passage, including title, heading and phrasings; one byte for each sentence.
/// </summary>
internal sealed class SentenceStore(byte[] lengths, int[] starts)
{
    public long ByteSize => lengths.Length + (4L * starts.Length);

    public void Save(SnapshotWriter writer)
    {
        writer.Write<byte>(lengths);
        writer.Write<int>(starts);
    }

    public static SentenceStore Load(SnapshotReader reader) => new(reader.Read<byte>(), reader.Read<int>());

    /// <summary>The lengths of a passage's sentences, in words; they add up to the passage's length.</summary>
    public ReadOnlySpan<byte> GetLengths(int doc) => lengths.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);
}

/// <summary>Collects the lengths of sentences while an index is built. Sentences of more than 255 words are split.</summary>
internal sealed class SentenceBuffer
{
    private readonly List<byte> lengths = [];
    private readonly List<int> starts = [0];
    private int currentLength;

    /// <summary>The number of words in the current sentence.</summary>
    public int CurrentLength => currentLength;

    public void AddWord()
    {
        if (currentLength == byte.MaxValue)
        {
            EndSentence();
        }

        currentLength++;
    }

    public void EndSentence()
    {
        if (currentLength > 0)
        {
            lengths.Add((byte)currentLength);
        }

        currentLength = 0;
    }

    public void EndDoc() => starts.Add(lengths.Count);

    public SentenceStore Build() => new([.. lengths], [.. starts]);
}
