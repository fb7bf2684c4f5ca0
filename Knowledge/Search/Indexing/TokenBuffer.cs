namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>The word ids of all passages while an index is built.</summary>
internal sealed class TokenBuffer
{
    private readonly List<int> starts = [0];
    private int[] words = new int[1024];
    private int length;

    public int DocCount => starts.Count - 1;

    public ReadOnlySpan<int> AllWords => words.AsSpan(0, length);

    public long WordCount => length;

    public ReadOnlySpan<int> GetWords(int doc) => words.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);

    public void Add(int word)
    {
        if (length == words.Length)
        {
            Array.Resize(ref words, length * 2);
        }

        words[length++] = word;
    }

    public int CurrentLength => length - starts[^1];

    public void EndDoc() => starts.Add(length);
}
