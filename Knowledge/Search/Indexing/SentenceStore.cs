using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>How many words each sentence of each passage has, title, heading and phrasings included: one byte a sentence.</summary>
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

/// <summary>Collects sentences while an index is built.</summary>
internal sealed class SentenceBuffer
{
    private readonly List<byte> lengths = [];
    private readonly List<int> starts = [0];
    private int open;

    /// <summary>Words of the sentence that is not ended yet.</summary>
    public int Open => open;

    public void AddWord()
    {
        if (open == byte.MaxValue)
        {
            EndSentence();
        }

        open++;
    }

    public void EndSentence()
    {
        if (open > 0)
        {
            lengths.Add((byte)open);
        }

        open = 0;
    }

    public void EndDoc() => starts.Add(lengths.Count);

    public SentenceStore Build() => new([.. lengths], [.. starts]);
}
