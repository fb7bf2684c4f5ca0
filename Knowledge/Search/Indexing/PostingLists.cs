using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// The posting lists of a set of terms, delta-coded in one byte array. A posting is the distance from the previous passage as a
/// variable-length number, and a <see cref="PostingCode"/>. The codes of common terms are also kept in an array by passage, so that the
/// code of one passage is found without scanning a long list.
/// </summary>
internal sealed class PostingLists
{
    /// <summary>A term is common when more than one passage in this many contains it.</summary>
    private const int CommonTermDivisor = 16;

    private readonly int docs;
    private readonly byte[] data;
    private readonly uint[] starts;
    private readonly int[] counts;
    private readonly byte[] maxCodes;
    private readonly Dictionary<int, byte[]> commonCodes = [];

    public PostingLists(int docs, byte[] data, uint[] starts, int[] counts, byte[] maxCodes)
    {
        (this.docs, this.data, this.starts, this.counts, this.maxCodes) = (docs, data, starts, counts, maxCodes);
        for (var term = 0; term < counts.Length; term++)
        {
            if (counts[term] > docs / CommonTermDivisor)
            {
                commonCodes[term] = DecodeCodes(term);
            }
        }
    }

    public long ByteSize => data.Length + (9L * starts.Length) + ((long)docs * commonCodes.Count);

    /// <summary>The number of passages that contain the term.</summary>
    public int GetDocumentFrequency(int term) => counts[term];

    /// <summary>A code whose scores are at least those of every code in the term's list.</summary>
    public byte GetMaxCode(int term) => maxCodes[term];

    /// <summary>The codes of a common term by passage, 0 for passages without it; null for other terms.</summary>
    public byte[]? GetCommonCodes(int term) => commonCodes.GetValueOrDefault(term);

    /// <summary>A cursor at the beginning of a term's list.</summary>
    public Cursor CreateCursor(int term) => new((int)starts[term], -1, counts[term]);

    /// <summary>
    /// Adds the table's values for the codes of a common term to the sums of a range of passages. The table's value for code 0 is 0.
    /// </summary>
    /// <param name="firstDoc">The passage of the first sum.</param>
    public static void AddScores(byte[] codes, ReadOnlySpan<float> table, Span<float> sums, int firstDoc)
    {
        ref var value = ref GetReference(table);
        var range = codes.AsSpan(firstDoc, sums.Length);
        for (var i = 0; i < range.Length; i++)
        {
            sums[i] += Unsafe.Add(ref value, (int)range[i]);
        }
    }

    /// <summary>
    /// Adds the table's values for the codes of a list to the sums of a range of passages. Ranges must be processed in ascending order.
    /// </summary>
    /// <param name="firstDoc">The passage of the first sum.</param>
    /// <returns>The cursor for the next range.</returns>
    public Cursor AddScores(Cursor cursor, ReadOnlySpan<float> table, Span<float> sums, int firstDoc)
    {
        ref var value = ref GetReference(table);
        var bytes = data.AsSpan();
        var (position, doc, left) = cursor;
        for (; left > 0; left--)
        {
            var next = position;
            uint gap = bytes[next++];
            if (gap >= 128)
            {
                gap &= 127;
                for (var shift = 7; ; shift += 7)
                {
                    uint nextByte = bytes[next++];
                    gap |= (nextByte & 127) << shift;
                    if (nextByte < 128)
                    {
                        break;
                    }
                }
            }

            var sumIndex = doc + (int)gap + 1 - firstDoc;
            if (sumIndex >= sums.Length)
            {
                break;
            }

            sums[sumIndex] += Unsafe.Add(ref value, (int)bytes[next++]);
            (position, doc) = (next, sumIndex + firstDoc);
        }

        return new Cursor(position, doc, left);
    }

    public void Save(SnapshotWriter writer)
    {
        writer.Write(docs);
        writer.Write<byte>(data);
        writer.Write<uint>(starts);
        writer.Write<int>(counts);
        writer.Write<byte>(maxCodes);
    }

    public static PostingLists Load(SnapshotReader reader) =>
        new(reader.ReadValue<int>(), reader.Read<byte>(), reader.Read<uint>(), reader.Read<int>(), reader.Read<byte>());

    /// <summary>Writes a variable-length number and returns the position after it.</summary>
    internal static int WriteNumber(byte[] bytes, int position, uint value)
    {
        while (value >= 128)
        {
            bytes[position++] = (byte)(value | 128);
            value >>= 7;
        }

        bytes[position++] = (byte)value;
        return position;
    }

    /// <summary>The table has a value for every byte, so a lookup needs no bounds check.</summary>
    private static ref float GetReference(ReadOnlySpan<float> table)
    {
        if (table.Length != PostingCode.CodeCount)
        {
            throw new ArgumentException("The table must have one value for each posting code.", nameof(table));
        }

        return ref MemoryMarshal.GetReference(table);
    }

    private byte[] DecodeCodes(int term)
    {
        var codes = new byte[docs];
        var position = (int)starts[term];
        var doc = -1;
        for (var left = counts[term]; left > 0; left--)
        {
            int gap = 0,
                shift = 0;
            for (; data[position] >= 128; shift += 7)
            {
                gap |= (data[position++] & 127) << shift;
            }

            doc += (gap | (data[position++] << shift)) + 1;
            codes[doc] = data[position++];
        }

        return codes;
    }

    /// <summary>A position in a list.</summary>
    /// <param name="Position">The offset in the byte array.</param>
    /// <param name="Doc">The last passage that was read.</param>
    /// <param name="Remaining">The number of postings that were not read yet.</param>
    public readonly record struct Cursor(int Position, int Doc, int Remaining);
}
