namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>
/// For each of a family of terms the passages that hold it: one byte array, delta-coded. A posting is the distance to the last
/// passage as a variable-length number, and its <see cref="PostingCode"/>.
/// </summary>
internal sealed class PostingLists(byte[] data, uint[] starts, int[] counts, byte[] most)
{
    public long Bytes => data.Length + (9L * starts.Length);

    /// <summary>How many passages hold the term.</summary>
    public int Count(int term) => counts[term];

    /// <summary>A code that scores at least as much as any in the term's list.</summary>
    public byte Most(int term) => most[term];

    /// <summary>Adds to each passage's sum what the table says of its code.</summary>
    public void Add(int term, ReadOnlySpan<float> table, Span<float> sums)
    {
        var from = data.AsSpan((int)starts[term]);
        var at = 0;
        var doc = -1;
        for (var left = counts[term]; left > 0; left--)
        {
            uint step = from[at++];
            if (step >= 128)
            {
                step &= 127;
                for (var shift = 7; ; shift += 7)
                {
                    uint next = from[at++];
                    step |= (next & 127) << shift;
                    if (next < 128)
                        break;
                }
            }

            doc += (int)step + 1;
            sums[doc] += table[from[at++]];
        }
    }

    public void Save(SnapshotWriter to)
    {
        to.Write<byte>(data);
        to.Write<uint>(starts);
        to.Write<int>(counts);
        to.Write<byte>(most);
    }

    public static PostingLists Load(SnapshotReader from) => new(from.Read<byte>(), from.Read<uint>(), from.Read<int>(), from.Read<byte>());

    /// <summary>Writes a variable-length number and gives the position after it.</summary>
    internal static int Write(byte[] bytes, int at, uint value)
    {
        while (value >= 128)
        {
            bytes[at++] = (byte)(value | 128);
            value >>= 7;
        }

        bytes[at++] = (byte)value;
        return at;
    }
}
