namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>Collects postings in the order of the passages and packs them into <see cref="PostingLists"/>.</summary>
internal sealed class PostingBuilder(int terms, int docs)
{
    private readonly PostingList[] lists = new PostingList[terms];

    /// <summary>Adds a posting; passages must be added in ascending order.</summary>
    public void Add(int term, int doc, byte code)
    {
        ref var list = ref lists[term];
        if (list.Bytes is null)
        {
            list.Bytes = new byte[8];
            list.LastDoc = -1;
            list.MaxCode = code;
        }
        else if (list.Bytes.Length < list.ByteCount + 6)
        {
            Array.Resize(ref list.Bytes, list.Bytes.Length * 2);
        }

        list.ByteCount = PostingLists.WriteNumber(list.Bytes, list.ByteCount, (uint)(doc - list.LastDoc - 1));
        list.Bytes[list.ByteCount++] = code;
        list.MaxCode = PostingCode.UpperBound(list.MaxCode, code);
        list.LastDoc = doc;
        list.Count++;
    }

    public PostingLists Build()
    {
        var starts = new uint[terms];
        var counts = new int[terms];
        var maxCodes = new byte[terms];
        var data = new byte[lists.Sum(list => (long)list.ByteCount)];
        uint position = 0;
        for (var term = 0; term < terms; term++)
        {
            starts[term] = position;
            if (lists[term].Bytes is not { } bytes)
            {
                continue;
            }

            (counts[term], maxCodes[term]) = (lists[term].Count, lists[term].MaxCode);
            bytes.AsSpan(0, lists[term].ByteCount).CopyTo(data.AsSpan((int)position));
            position += (uint)lists[term].ByteCount;
            lists[term].Bytes = null;
        }

        return new PostingLists(docs, data, starts, counts, maxCodes);
    }

    private struct PostingList
    {
        public byte[]? Bytes;
        public int ByteCount;
        public int Count;
        public int LastDoc;
        public byte MaxCode;
    }
}
