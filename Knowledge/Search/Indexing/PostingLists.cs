using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// The posting lists of a set of terms, delta-coded in one byte array. A posting is the distance from the previous passage as a
/// variable-length number, and a <see cref="PostingCode"/>. The codes of common terms are also kept in an array by passage, so that the
/// code of one passage is found without scanning a long list.
/// </summary>
internal sealed class PostingLists
{
    /// <summary>A term is common when more than one passage in this many contains it.</summary>
    private const int CommonShare = 16;

    private readonly int docs;
    private readonly byte[] data;
    private readonly uint[] starts;
    private readonly int[] counts;
    private readonly byte[] maxCodes;
    private readonly Dictionary<int, byte[]> common = [];

    public PostingLists(int docs, byte[] data, uint[] starts, int[] counts, byte[] maxCodes)
    {
        (this.docs, this.data, this.starts, this.counts, this.maxCodes) = (docs, data, starts, counts, maxCodes);
        for (var term = 0; term < counts.Length; term++)
        {
            if (counts[term] > docs / CommonShare)
            {
                common[term] = ByPassage(term);
            }
        }
    }

    public long Bytes => data.Length + (9L * starts.Length) + ((long)docs * common.Count);

    /// <summary>The number of passages that contain the term.</summary>
    public int DocumentFrequency(int term) => counts[term];

    /// <summary>A code whose scores are at least those of every code in the term's list.</summary>
    public byte MaxCode(int term) => maxCodes[term];

    /// <summary>The codes of a common term by passage, 0 for passages without it; null for other terms.</summary>
    public byte[]? CommonCodes(int term) => common.GetValueOrDefault(term);

    /// <summary>A cursor at the beginning of a term's list.</summary>
    public Cursor Begin(int term) => new((int)starts[term], -1, counts[term]);

    /// <summary>
    /// Adds the table's values for the codes of a common term to the sums of a range of passages. The table's value for code 0 is 0.
    /// </summary>
    /// <param name="first">The passage of the first sum.</param>
    public static void Add(byte[] codes, ReadOnlySpan<float> table, Span<float> sums, int first)
    {
        ref var value = ref ValueRef(table);
        var range = codes.AsSpan(first, sums.Length);
        for (var i = 0; i < range.Length; i++)
        {
            sums[i] += Unsafe.Add(ref value, (int)range[i]);
        }
    }

    /// <summary>
    /// Adds the table's values for the codes of a list to the sums of a range of passages. Ranges must be processed in ascending order.
    /// </summary>
    /// <param name="first">The passage of the first sum.</param>
    /// <returns>The cursor for the next range.</returns>
    public Cursor Add(Cursor cursor, ReadOnlySpan<float> table, Span<float> sums, int first)
    {
        ref var value = ref ValueRef(table);
        var from = data.AsSpan();
        var (at, doc, left) = cursor;
        for (; left > 0; left--)
        {
            var next = at;
            uint step = from[next++];
            if (step >= 128)
            {
                step &= 127;
                for (var shift = 7; ; shift += 7)
                {
                    uint more = from[next++];
                    step |= (more & 127) << shift;
                    if (more < 128)
                    {
                        break;
                    }
                }
            }

            var place = doc + (int)step + 1 - first;
            if (place >= sums.Length)
            {
                break;
            }

            sums[place] += Unsafe.Add(ref value, (int)from[next++]);
            (at, doc) = (next, place + first);
        }

        return new Cursor(at, doc, left);
    }

    public void Save(SnapshotWriter to)
    {
        to.Write(docs);
        to.Write<byte>(data);
        to.Write<uint>(starts);
        to.Write<int>(counts);
        to.Write<byte>(maxCodes);
    }

    public static PostingLists Load(SnapshotReader from) =>
        new(from.ReadValue<int>(), from.Read<byte>(), from.Read<uint>(), from.Read<int>(), from.Read<byte>());

    /// <summary>Writes a variable-length number and returns the position after it.</summary>
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

    /// <summary>The table has a value for every byte, so a lookup needs no bounds check.</summary>
    private static ref float ValueRef(ReadOnlySpan<float> table)
    {
        if (table.Length != PostingCode.Codes)
        {
            throw new ArgumentException("The table must have one value for each posting code.", nameof(table));
        }

        return ref MemoryMarshal.GetReference(table);
    }

    private byte[] ByPassage(int term)
    {
        var codes = new byte[docs];
        var at = (int)starts[term];
        var doc = -1;
        for (var left = counts[term]; left > 0; left--)
        {
            int step = 0,
                shift = 0;
            for (; data[at] >= 128; shift += 7)
            {
                step |= (data[at++] & 127) << shift;
            }

            doc += (step | (data[at++] << shift)) + 1;
            codes[doc] = data[at++];
        }

        return codes;
    }

    /// <summary>A position in a list.</summary>
    /// <param name="At">The offset in the byte array.</param>
    /// <param name="Doc">The last passage that was read.</param>
    /// <param name="Left">The number of postings that were not read yet.</param>
    public readonly record struct Cursor(int At, int Doc, int Left);
}
