namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Each passage's words in order, as variable-length numbers: what the channels of position read.</summary>
internal sealed class TokenStore
{
    private readonly byte[] data;
    private readonly uint[] starts;

    public TokenStore(TokenBuffer tokens)
    {
        starts = new uint[tokens.Docs + 1];
        data = new byte[Size(tokens)];
        var at = 0;
        for (var doc = 0; doc < tokens.Docs; doc++)
        {
            foreach (var word in tokens.Of(doc))
            {
                at = PostingBuilder.Write(data, at, (uint)word);
            }

            starts[doc + 1] = (uint)at;
        }
    }

    public long Bytes => data.Length + (4L * starts.Length);

    /// <summary>Writes a passage's words into a buffer that is large enough; gives how many there are.</summary>
    public int Read(int doc, Span<int> words)
    {
        var count = 0;
        var end = (int)starts[doc + 1];
        for (var at = (int)starts[doc]; at < end;)
        {
            var value = 0;
            var shift = 0;
            int next;
            do
            {
                next = data[at++];
                value |= (next & 127) << shift;
                shift += 7;
            }
            while (next >= 128);

            words[count++] = value;
        }

        return count;
    }

    private static long Size(TokenBuffer tokens)
    {
        var size = 0L;
        for (var doc = 0; doc < tokens.Docs; doc++)
        {
            foreach (var word in tokens.Of(doc))
            {
                size += word < 1 << 7 ? 1 : word < 1 << 14 ? 2 : word < 1 << 21 ? 3 : 4;
            }
        }

        return size;
    }
}
