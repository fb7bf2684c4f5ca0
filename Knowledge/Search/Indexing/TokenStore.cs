using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// The word ids of each passage in order, from which every channel is scored. Two bytes for each word while the vocabulary is small enough.
/// </summary>
internal sealed class TokenStore
{
    private readonly uint[] starts;
    private readonly ushort[] small;
    private readonly int[] large;

    private TokenStore(uint[] starts, ushort[] small, int[] large)
    {
        this.starts = starts;
        this.small = small;
        this.large = large;
    }

    public long Bytes => (2L * small.Length) + (4L * large.Length) + (4L * starts.Length);

    public int Docs => starts.Length - 1;

    public static TokenStore Of(TokenBuffer tokens, int vocabulary)
    {
        var starts = new uint[tokens.Docs + 1];
        for (var doc = 0; doc < tokens.Docs; doc++)
        {
            starts[doc + 1] = starts[doc] + (uint)tokens.Of(doc).Length;
        }

        var all = tokens.All;
        if (vocabulary > ushort.MaxValue + 1)
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
    public int Length(int doc) => (int)(starts[doc + 1] - starts[doc]);

    /// <summary>Whether word ids have two bytes.</summary>
    public bool IsSmall => large.Length == 0;

    public ReadOnlySpan<ushort> Small(int doc) => small.AsSpan((int)starts[doc], Length(doc));

    public ReadOnlySpan<int> Large(int doc) => large.AsSpan((int)starts[doc], Length(doc));

    /// <summary>The sum of the values of a passage's words.</summary>
    public float Sum(int doc, float[] values)
    {
        var (start, length) = ((int)starts[doc], Length(doc));
        float even = 0,
            odd = 0;
        if (large.Length > 0)
        {
            foreach (var word in large.AsSpan(start, length))
            {
                even += values[word];
            }

            return even;
        }

        var words = small.AsSpan(start, length);
        var i = 0;
        for (; i + 1 < words.Length; i += 2)
        {
            even += values[words[i]];
            odd += values[words[i + 1]];
        }

        return even + odd + (i < words.Length ? values[words[i]] : 0);
    }

    public void Save(SnapshotWriter to)
    {
        to.Write<uint>(starts);
        to.Write<ushort>(small);
        to.Write<int>(large);
    }

    public static TokenStore Load(SnapshotReader from) => new(from.Read<uint>(), from.Read<ushort>(), from.Read<int>());
}
