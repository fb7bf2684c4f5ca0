namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Collects postings in the order of the passages and packs them into <see cref="PostingLists"/>.</summary>
internal sealed class PostingBuilder
{
    private List[] lists = new List[64];
    private int terms;

    /// <summary>Adds that a passage holds a term; passages must come in ascending order.</summary>
    public void Add(int term, int doc, int frequency)
    {
        if (term >= lists.Length)
        {
            Array.Resize(ref lists, Math.Max(term + 1, lists.Length * 2));
        }

        terms = Math.Max(terms, term + 1);
        ref var list = ref lists[term];
        list.Bytes ??= new byte[4];
        if (list.Bytes.Length < list.Length + 12)
        {
            Array.Resize(ref list.Bytes, Math.Max(list.Length + 12, list.Bytes.Length * 2));
        }

        var last = list.Count == 0 ? -1 : list.Last;
        list.Length = Write(list.Bytes, list.Length, ((uint)(doc - last - 1) << 1) | (frequency > 1 ? 1u : 0u));
        if (frequency > 1)
        {
            list.Length = Write(list.Bytes, list.Length, (uint)frequency);
        }

        list.Last = doc;
        list.Count++;
    }

    public PostingLists Build(int termCount)
    {
        var starts = new uint[termCount];
        var counts = new int[termCount];
        var total = 0L;
        for (var term = 0; term < terms; term++)
        {
            total += lists[term].Length;
        }

        var data = new byte[total];
        uint at = 0;
        for (var term = 0; term < termCount; term++)
        {
            starts[term] = at;
            if (term >= terms || lists[term].Bytes is not { } bytes)
                continue;

            counts[term] = lists[term].Count;
            bytes.AsSpan(0, lists[term].Length).CopyTo(data.AsSpan((int)at));
            at += (uint)lists[term].Length;
            lists[term].Bytes = null;
        }

        return new PostingLists(data, starts, counts);
    }

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

    private struct List
    {
        public byte[]? Bytes;
        public int Length;
        public int Count;
        public int Last;
    }
}
