using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>The buffers of a search, reused by the next search on the same thread and enlarged when an index needs more.</summary>
internal sealed class SearchBuffers
{
    private const int MaxTermSlots = QueryPlan.MaxTerms + 1;
    private const int MaxPairSlots = QueryPlan.MaxPairs + 1;

    [ThreadStatic]
    private static SearchBuffers? reusable;

    /// <summary>The number of passages that are processed at a time: few enough for their sums to stay in the processor's cache.</summary>
    public const int RangeSize = 1 << 18;

    /// <summary>By passage of a range: the sum of the bounds of the posting lists that were read.</summary>
    public float[] Sums { get; private set; } = [];

    /// <summary>The passages that must still be scored.</summary>
    public int[] Candidates { get; private set; } = [];

    /// <summary>The upper bound of each candidate's score.</summary>
    public float[] CandidateBounds { get; private set; } = [];

    /// <summary>By word id: its index in <see cref="Words"/>, 0 when it was not resolved yet.</summary>
    public int[] WordIndexes { get; private set; } = [];

    /// <summary>By n-gram id: its index among the question's n-grams plus one, 0 when the question does not have it.</summary>
    public ushort[] GramIndexes { get; private set; } = [];

    /// <summary>By word id: the contribution of its character n-grams; zero between searches.</summary>
    public float[] WordGramScores { get; private set; } = [];

    /// <summary>The matches of exact terms in the current passage.</summary>
    public Hit[] WordHits { get; private set; } = [];

    public Hit[] PairHits { get; private set; } = [];

    /// <summary>The words that were resolved so far. Entry 0 means "not resolved", entry 1 "not in the question".</summary>
    public List<ResolvedWord> Words { get; } = [];

    /// <summary>The ids of the words that were resolved, to reset <see cref="WordIndexes"/>.</summary>
    public List<int> ResolvedWords { get; } = [];

    /// <summary>The n-grams of the words in <see cref="Words"/>, one word after another.</summary>
    public List<ushort> Grams { get; } = [];

    /// <summary>By two exact terms: the index of their pair plus one, 0 when they are not a pair of the question.</summary>
    public byte[] ExactPairs { get; } = new byte[MaxTermSlots * MaxTermSlots];

    public byte[] LoosePairs { get; } = new byte[MaxTermSlots * MaxTermSlots];

    public int[] ExactCounts { get; } = new int[MaxTermSlots];

    public int[] TitleCounts { get; } = new int[MaxTermSlots];

    public int[] LooseCounts { get; } = new int[MaxTermSlots];

    public int[] PairCounts { get; } = new int[MaxPairSlots];

    public int[] TitlePairCounts { get; } = new int[MaxPairSlots];

    public int[] LoosePairCounts { get; } = new int[MaxPairSlots];

    public int[] GramCounts { get; private set; } = [];

    public int[] WindowCounts { get; } = new int[MaxTermSlots];

    public int[] WindowPairCounts { get; } = new int[MaxPairSlots];

    /// <summary>The bound tables by posting code, one after another.</summary>
    public float[] Tables { get; private set; } = [];

    public void Prepare(LanguageIndex index, QueryPlan plan, int tables)
    {
        if (Sums.Length < Math.Min(index.PassageCount, RangeSize))
        {
            Sums = new float[Math.Min(index.PassageCount, RangeSize)];
        }

        if (Tables.Length < tables * PostingCode.CodeCount)
        {
            Tables = new float[tables * PostingCode.CodeCount];
        }

        Prepare(index, plan);
    }

    public void Prepare(LanguageIndex index, QueryPlan plan)
    {
        if (WordIndexes.Length < index.Vocabulary.Count)
        {
            WordIndexes = new int[index.Vocabulary.Count];
        }

        if (index.Grams is { } grams && GramIndexes.Length < grams.Count)
        {
            GramIndexes = new ushort[grams.Count];
        }

        if (WordGramScores.Length < index.Vocabulary.Count)
        {
            WordGramScores = new float[index.Vocabulary.Count];
        }

        if (GramCounts.Length < plan.Grams.Length)
        {
            GramCounts = new int[plan.Grams.Length];
        }

        if (WordHits.Length < index.MaxPassageLength)
        {
            WordHits = new Hit[index.MaxPassageLength];
            PairHits = new Hit[index.MaxPassageLength];
        }
    }

    /// <summary>
    /// Runs a search with the buffers of this thread. When it throws, they are discarded: an interrupted search leaves counts in them that
    /// would change the scores of the next one.
    /// </summary>
    public static T Run<T>(Func<SearchBuffers, T> search)
    {
        var scratch = reusable ?? new SearchBuffers();
        reusable = null;
        var result = search(scratch);
        reusable = scratch;
        return result;
    }

    /// <summary>The table at an offset of <see cref="Tables"/>.</summary>
    public ReadOnlySpan<float> GetTable(int offset) => Tables.AsSpan(offset, PostingCode.CodeCount);

    /// <summary>Enlarges the candidate buffers to at least this many passages.</summary>
    public void EnsureCandidates(int count)
    {
        if (Candidates.Length >= count)
        {
            return;
        }

        var (candidates, bounds) = (Candidates, CandidateBounds);
        Array.Resize(ref candidates, Math.Max(1024, 2 * count));
        Array.Resize(ref bounds, candidates.Length);
        (Candidates, CandidateBounds) = (candidates, bounds);
    }

    public readonly record struct Hit(int Position, int Term);

    /// <summary>A resolved word: the indexes of its exact and its loose term plus one, 0 for none, and the range of its n-grams.</summary>
    public readonly record struct ResolvedWord(byte Exact, byte Loose, int FirstGram, int EndGram);
}
