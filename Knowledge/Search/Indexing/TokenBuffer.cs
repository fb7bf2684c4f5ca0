namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>The word ids of all passages while an index is built.</summary>
internal sealed class TokenBuffer
{
    private readonly List<int> starts = [0];
    private int[] words = new int[1024];
    private int length;

    public int Docs => starts.Count - 1;

    public ReadOnlySpan<int> All => words.AsSpan(0, length);

    public long Total => length;

    public ReadOnlySpan<int> Of(int doc) => words.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);

    public void Add(int word)
    {
        if (length == words.Length)
        {
            Array.Resize(ref words, length * 2);
        }

        words[length++] = word;
    }

    public int OpenLength => length - starts[^1];

    public void EndDoc() => starts.Add(length);
}
