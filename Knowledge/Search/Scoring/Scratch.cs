using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>The arrays one search needs, kept for the next search on the same thread and grown when an index needs more.</summary>
internal sealed class Scratch
{
    private const int Terms = QueryPlan.MaxTerms + 1;
    private const int Pairs = QueryPlan.MaxPairs + 1;

    [ThreadStatic]
    private static Scratch? free;

    /// <summary>Passages whose sums are kept at a time: few enough for the processor's nearest memory.</summary>
    public const int Range = 1 << 18;

    /// <summary>By passage of a range: the most it can score, as far as lists were read.</summary>
    public float[] Sums { get; private set; } = [];

    /// <summary>Passages left to be scored, and the most each can score.</summary>
    public int[] Left { get; private set; } = [];

    public float[] LeftMost { get; private set; } = [];

    /// <summary>By word: its place in <see cref="Words"/>, 0 when it was not looked at yet.</summary>
    public int[] WordOf { get; private set; } = [];

    /// <summary>By character run: its place among the question's plus one, 0 when it is not asked for.</summary>
    public ushort[] GramOf { get; private set; } = [];

    /// <summary>By word: how much its character runs are worth to the question; zero between searches.</summary>
    public float[] Alike { get; private set; } = [];

    /// <summary>The positions of the question's words and pairs in the current passage.</summary>
    public Hit[] WordHits { get; private set; } = [];

    public Hit[] PairHits { get; private set; } = [];

    /// <summary>The looked-up words as the question sees them; entry 0 means "not looked up", entry 1 "not in the question".</summary>
    public List<AskedWord> Words { get; } = [];

    public List<int> Looked { get; } = [];

    /// <summary>The runs of the words in <see cref="Words"/>, one word after another.</summary>
    public List<ushort> Grams { get; } = [];

    /// <summary>By two terms: the pair they are, plus one.</summary>
    public byte[] ExactPairs { get; } = new byte[Terms * Terms];

    public byte[] LoosePairs { get; } = new byte[Terms * Terms];

    public int[] ExactCounts { get; } = new int[Terms];

    public int[] TitleCounts { get; } = new int[Terms];

    public int[] LooseCounts { get; } = new int[Terms];

    public int[] PairCounts { get; } = new int[Pairs];

    public int[] TitlePairCounts { get; } = new int[Pairs];

    public int[] LoosePairCounts { get; } = new int[Pairs];

    public int[] GramCounts { get; private set; } = [];

    public int[] WindowCounts { get; } = new int[Terms];

    public int[] WindowPairCounts { get; } = new int[Pairs];

    /// <summary>What a posting's code adds to a passage's bound, one table after another.</summary>
    public float[] Tables { get; private set; } = [];

    /// <summary>
    /// Runs a search with the arrays of this thread. When it throws, they are discarded: a search that stops in the middle leaves counts in
    /// them that would change the scores of the next one.
    /// </summary>
    public static T Use<T>(Func<Scratch, T> search)
    {
        var scratch = free ?? new Scratch();
        free = null;
        var result = search(scratch);
        free = scratch;
        return result;
    }

    public void Prepare(LanguageIndex index, QueryPlan plan, int tables)
    {
        if (Sums.Length < Math.Min(index.Count, Range))
        {
            Sums = new float[Math.Min(index.Count, Range)];
        }

        if (Tables.Length < tables * PostingCode.Codes)
        {
            Tables = new float[tables * PostingCode.Codes];
        }

        Prepare(index, plan);
    }

    public void Prepare(LanguageIndex index, QueryPlan plan)
    {
        if (WordOf.Length < index.Words.Count)
        {
            WordOf = new int[index.Words.Count];
        }

        if (index.Grams is { } grams && GramOf.Length < grams.Terms)
        {
            GramOf = new ushort[grams.Terms];
        }

        if (Alike.Length < index.Words.Count)
        {
            Alike = new float[index.Words.Count];
        }

        if (GramCounts.Length < plan.Grams.Length)
        {
            GramCounts = new int[plan.Grams.Length];
        }

        if (WordHits.Length < index.MaxLength)
        {
            WordHits = new Hit[index.MaxLength];
            PairHits = new Hit[index.MaxLength];
        }
    }

    /// <summary>A table of <see cref="Tables"/>.</summary>
    public ReadOnlySpan<float> Table(int at) => Tables.AsSpan(at, PostingCode.Codes);

    /// <summary>Makes room for this many remaining passages.</summary>
    public void PrepareLeft(int count)
    {
        if (Left.Length >= count)
        {
            return;
        }

        var (left, most) = (Left, LeftMost);
        Array.Resize(ref left, Math.Max(1024, 2 * count));
        Array.Resize(ref most, left.Length);
        (Left, LeftMost) = (left, most);
    }

    public readonly record struct Hit(int Position, int Term);

    /// <summary>A word of a passage as the question sees it: its exact and its loose term plus one, 0 for none, and its runs.</summary>
    public readonly record struct AskedWord(byte Exact, byte Loose, int FirstGram, int EndGram);
}
