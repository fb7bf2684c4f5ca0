namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>Packs whole lists one after another, for families with too many terms to collect side by side.</summary>
/// <param name="lengthClasses">Of each passage, see <see cref="PostingCode"/>.</param>
internal sealed class PostingPacker(int expected, byte[] lengthClasses)
{
    private readonly List<uint> starts = new(expected / 4);
    private readonly List<int> counts = new(expected / 4);
    private readonly List<byte> most = new(expected / 4);
    private byte[] data = new byte[Math.Max(16, expected * 2L)];
    private int length;

    /// <param name="entries">Sorted; the low 32 bits are the passage, once for each occurrence.</param>
    public void Add(ReadOnlySpan<ulong> entries)
    {
        if (data.Length < length + (entries.Length * 6L))
        {
            Array.Resize(ref data, (int)Math.Min(Array.MaxLength, Math.Max(length + (entries.Length * 6L), data.Length * 3L / 2)));
        }

        starts.Add((uint)length);
        int last = -1,
            count = 0;
        byte top = PostingCode.Of(0, PostingCode.Lengths - 1, inTitle: false);
        for (var i = 0; i < entries.Length; )
        {
            var doc = (int)(uint)entries[i];
            var end = i + 1;
            while (end < entries.Length && (int)(uint)entries[end] == doc)
            {
                end++;
            }

            length = PostingLists.Write(data, length, (uint)(doc - last - 1));
            var code = PostingCode.Of(end - i, lengthClasses[doc], inTitle: false);
            data[length++] = code;
            top = PostingCode.Most(top, code);
            last = doc;
            count++;
            i = end;
        }

        counts.Add(count);
        most.Add(top);
    }

    public PostingLists Build() => new(lengthClasses.Length, data.AsSpan(0, length).ToArray(), [.. starts], [.. counts], [.. most]);
}
