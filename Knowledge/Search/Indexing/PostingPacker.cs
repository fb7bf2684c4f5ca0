namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>Packs whole lists one after another, for sets with too many terms to collect all lists at the same time.</summary>
/// <param name="lengthClasses">The length class of each passage, see <see cref="PostingCode"/>.</param>
internal sealed class PostingPacker(int expectedCount, byte[] lengthClasses)
{
    private readonly List<uint> starts = new(expectedCount / 4);
    private readonly List<int> counts = new(expectedCount / 4);
    private readonly List<byte> maxCodes = new(expectedCount / 4);
    private byte[] data = new byte[Math.Max(16, expectedCount * 2L)];
    private int length;

    /// <param name="entries">Sorted entries, one for each occurrence; the low 32 bits are the passage.</param>
    public void Add(ReadOnlySpan<ulong> entries)
    {
        if (data.Length < length + (entries.Length * 6L))
        {
            Array.Resize(ref data, (int)Math.Min(Array.MaxLength, Math.Max(length + (entries.Length * 6L), data.Length * 3L / 2)));
        }

        starts.Add((uint)length);
        int lastDoc = -1,
            count = 0;
        byte maxCode = PostingCode.Encode(0, PostingCode.LengthClassCount - 1, inTitle: false);
        for (var i = 0; i < entries.Length; )
        {
            var doc = (int)(uint)entries[i];
            var end = i + 1;
            while (end < entries.Length && (int)(uint)entries[end] == doc)
            {
                end++;
            }

            length = PostingLists.WriteNumber(data, length, (uint)(doc - lastDoc - 1));
            var code = PostingCode.Encode(end - i, lengthClasses[doc], inTitle: false);
            data[length++] = code;
            maxCode = PostingCode.UpperBound(maxCode, code);
            lastDoc = doc;
            count++;
            i = end;
        }

        counts.Add(count);
        maxCodes.Add(maxCode);
    }

    public PostingLists Build() => new(lengthClasses.Length, data.AsSpan(0, length).ToArray(), [.. starts], [.. counts], [.. maxCodes]);
}
