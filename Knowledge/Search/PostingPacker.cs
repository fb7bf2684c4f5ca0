namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Packs whole lists one after another, for families with too many terms to collect side by side.</summary>
internal sealed class PostingPacker(int expected)
{
    private readonly List<uint> starts = new(expected / 3);
    private readonly List<int> counts = new(expected / 3);
    private byte[] data = new byte[Math.Max(16, expected * 2L)];
    private int length;

    /// <param name="entries">Sorted; the low 32 bits are the passage, once for each occurrence.</param>
    public void Add(ReadOnlySpan<ulong> entries)
    {
        if (data.Length < length + (entries.Length * 10L))
        {
            Array.Resize(ref data, (int)Math.Min(Array.MaxLength, Math.Max(length + (entries.Length * 10L), data.Length * 2L)));
        }

        starts.Add((uint)length);
        int last = -1, count = 0;
        for (var i = 0; i < entries.Length;)
        {
            var doc = (int)(uint)entries[i];
            var end = i + 1;
            while (end < entries.Length && (int)(uint)entries[end] == doc)
            {
                end++;
            }

            length = PostingBuilder.Write(data, length, ((uint)(doc - last - 1) << 1) | (end - i > 1 ? 1u : 0u));
            if (end - i > 1)
            {
                length = PostingBuilder.Write(data, length, (uint)(end - i));
            }

            last = doc;
            count++;
            i = end;
        }

        counts.Add(count);
    }

    public PostingLists Build() => new(data.AsSpan(0, length).ToArray(), [.. starts], [.. counts]);
}
