using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>
/// For each of a family of terms the passages that hold it: one byte array, delta-coded. A posting is the distance to the last
/// passage as a variable-length number, and its <see cref="PostingCode"/>. The codes of common terms are kept by passage as well, so that
/// the few passages that matter to a question need not be looked for in a long list.
/// </summary>
internal sealed class PostingLists
{
    /// <summary>A term is common when one passage in so many holds it.</summary>
    private const int CommonFrom = 16;

    private readonly int docs;
    private readonly byte[] data;
    private readonly uint[] starts;
    private readonly int[] counts;
    private readonly byte[] most;
    private readonly Dictionary<int, byte[]> common = [];

    public PostingLists(int docs, byte[] data, uint[] starts, int[] counts, byte[] most)
    {
        (this.docs, this.data, this.starts, this.counts, this.most) = (docs, data, starts, counts, most);
        for (var term = 0; term < counts.Length; term++)
        {
            if (counts[term] > docs / CommonFrom)
                common[term] = ByPassage(term);
        }
    }

    public long Bytes => data.Length + (9L * starts.Length) + ((long)docs * common.Count);

    /// <summary>How many passages hold the term.</summary>
    public int Count(int term) => counts[term];

    /// <summary>A code that scores at least as much as any in the term's list.</summary>
    public byte Most(int term) => most[term];

    /// <summary>A common term's codes by passage, 0 where it is not held; null for other terms.</summary>
    public byte[]? Common(int term) => common.GetValueOrDefault(term);

    /// <summary>Adds to each passage's sum what the table says of its code, which is nothing for 0.</summary>
    public void Add(int term, ReadOnlySpan<float> table, Span<float> sums)
    {
        // A code is a byte and the table has a number for each, so that looking one up needs no check.
        if (table.Length != PostingCode.Codes)
            throw new ArgumentException("One number for each code.", nameof(table));
        ref var worth = ref MemoryMarshal.GetReference(table);
        if (counts[term] > docs / 4)
        {
            var codes = common[term].AsSpan(0, sums.Length);
            for (var i = 0; i < codes.Length; i++)
            {
                sums[i] += Unsafe.Add(ref worth, (int)codes[i]);
            }

            return;
        }

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
            sums[doc] += Unsafe.Add(ref worth, (int)from[at++]);
        }
    }

    public void Save(SnapshotWriter to)
    {
        to.Write(docs);
        to.Write<byte>(data);
        to.Write<uint>(starts);
        to.Write<int>(counts);
        to.Write<byte>(most);
    }

    public static PostingLists Load(SnapshotReader from) => new(from.One<int>(), from.Read<byte>(), from.Read<uint>(), from.Read<int>(), from.Read<byte>());

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

    private byte[] ByPassage(int term)
    {
        var codes = new byte[docs];
        var at = (int)starts[term];
        var doc = -1;
        for (var left = counts[term]; left > 0; left--)
        {
            int step = 0, shift = 0;
            for (; data[at] >= 128; shift += 7)
            {
                step |= (data[at++] & 127) << shift;
            }

            doc += (step | (data[at++] << shift)) + 1;
            codes[doc] = data[at++];
        }

        return codes;
    }
}
