using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// The posting lists of a family of terms: one byte array, delta-coded. A posting is the distance to the previous passage as a
/// variable-length number, and its <see cref="PostingCode"/>. The codes of common terms are also stored by passage, so that the few
/// remaining passages of a search need not be looked up in a long list.
/// </summary>
internal sealed class PostingLists
{
    /// <summary>A term is common when at least one passage in this many contains it.</summary>
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
            {
                common[term] = ByPassage(term);
            }
        }
    }

    public long Bytes => data.Length + (9L * starts.Length) + ((long)docs * common.Count);

    /// <summary>The number of passages with the term.</summary>
    public int Count(int term) => counts[term];

    /// <summary>A code that scores at least as much as any in the term's list.</summary>
    public byte Most(int term) => most[term];

    /// <summary>A common term's codes by passage, 0 where the passage does not contain it; null for other terms.</summary>
    public byte[]? Common(int term) => common.GetValueOrDefault(term);

    /// <summary>Where reading a term's list begins.</summary>
    public Cursor Start(int term) => new((int)starts[term], -1, counts[term]);

    /// <summary>Adds the table's values for a common term's codes to the sums of a range of passages; the value of code 0 is 0.</summary>
    /// <param name="first">The passage of the first sum.</param>
    public static void Add(byte[] codes, ReadOnlySpan<float> table, Span<float> sums, int first)
    {
        ref var worth = ref Worth(table);
        var range = codes.AsSpan(first, sums.Length);
        for (var i = 0; i < range.Length; i++)
        {
            sums[i] += Unsafe.Add(ref worth, (int)range[i]);
        }
    }

    /// <summary>
    /// Adds the table's values for a list's codes to the sums of a range of passages; ranges must be processed in ascending order.
    /// </summary>
    /// <param name="first">The passage of the first sum.</param>
    /// <returns>Where the next range's postings begin.</returns>
    public Cursor Add(Cursor cursor, ReadOnlySpan<float> table, Span<float> sums, int first)
    {
        ref var worth = ref Worth(table);
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

            sums[place] += Unsafe.Add(ref worth, (int)from[next++]);
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
        to.Write<byte>(most);
    }

    public static PostingLists Load(SnapshotReader from) =>
        new(from.One<int>(), from.Read<byte>(), from.Read<uint>(), from.Read<int>(), from.Read<byte>());

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

    /// <summary>A code is a byte and the table has a number for each, so that looking one up needs no check.</summary>
    private static ref float Worth(ReadOnlySpan<float> table)
    {
        if (table.Length != PostingCode.Codes)
        {
            throw new ArgumentException("One number for each code.", nameof(table));
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

    /// <summary>A place in a list.</summary>
    /// <param name="At">In the bytes.</param>
    /// <param name="Doc">The last passage read.</param>
    /// <param name="Left">Postings not read.</param>
    public readonly record struct Cursor(int At, int Doc, int Left);
}
