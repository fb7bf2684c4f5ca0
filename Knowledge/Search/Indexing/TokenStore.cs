using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// The word ids of each passage in order, from which every retriever is scored. Two bytes a word while the vocabulary is small enough.
/// </summary>
internal sealed class TokenStore
{
    private readonly uint[] starts;
    private readonly ushort[] shortIds;
    private readonly int[] longIds;

    private TokenStore(uint[] starts, ushort[] small, int[] large)
    {
        this.starts = starts;
        this.shortIds = small;
        this.longIds = large;
    }

    public long ByteSize => (2L * shortIds.Length) + (4L * longIds.Length) + (4L * starts.Length);

    public int DocCount => starts.Length - 1;

    public static TokenStore Create(TokenBuffer tokens, int vocabularySize)
    {
        var starts = new uint[tokens.DocCount + 1];
        for (var doc = 0; doc < tokens.DocCount; doc++)
        {
            starts[doc + 1] = starts[doc] + (uint)tokens.GetWords(doc).Length;
        }

        var all = tokens.AllWords;
        if (vocabularySize > ushort.MaxValue + 1)
        {
            return new TokenStore(starts, [], all.ToArray());
        }

        var small = new ushort[all.Length];
        for (var i = 0; i < small.Length; i++)
        {
            small[i] = (ushort)all[i];
        }

        return new TokenStore(starts, small, []);
    }

    /// <summary>The number of words in a passage.</summary>
    public int GetLength(int doc) => (int)(starts[doc + 1] - starts[doc]);

    /// <summary>Whether word ids have two bytes.</summary>
    public bool HasShortIds => longIds.Length == 0;

    public ReadOnlySpan<ushort> GetShortIds(int doc) => shortIds.AsSpan((int)starts[doc], GetLength(doc));

    public ReadOnlySpan<int> GetLongIds(int doc) => longIds.AsSpan((int)starts[doc], GetLength(doc));

    /// <summary>The sum of the values of a passage's words.</summary>
    public float SumValues(int doc, float[] values)
    {
        var (start, length) = ((int)starts[doc], GetLength(doc));
        float even = 0,
            odd = 0;
        if (longIds.Length > 0)
        {
            foreach (var word in longIds.AsSpan(start, length))
            {
                even += values[word];
            }

            return even;
        }

        var words = shortIds.AsSpan(start, length);
        var i = 0;
        for (; i + 1 < words.Length; i += 2)
        {
            even += values[words[i]];
            odd += values[words[i + 1]];
        }

        return even + odd + (i < words.Length ? values[words[i]] : 0);
    }

    public void Save(SnapshotWriter writer)
    {
        writer.Write<uint>(starts);
        writer.Write<ushort>(shortIds);
        writer.Write<int>(longIds);
    }

    public static TokenStore Load(SnapshotReader reader) => new(reader.Read<uint>(), reader.Read<ushort>(), reader.Read<int>());
}
