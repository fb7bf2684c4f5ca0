namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>The arrays one search needs, kept for the next search on the same thread and grown when an index needs more.</summary>
internal sealed class Scratch
{
    [ThreadStatic]
    private static Scratch? current;

    public static Scratch Current => current ??= new Scratch();

    /// <summary>By passage: the score so far, and what the rest may add at most.</summary>
    public float[] Scores { get; private set; } = [];

    public float[] Rest { get; private set; } = [];

    /// <summary>By exact word: its place among the question's terms plus one, 0 when it is not asked for.</summary>
    public byte[] TermOf { get; private set; } = [];

    public int[] Tokens { get; private set; } = [];

    /// <summary>Where the question's words and pairs stand in the passage at hand.</summary>
    public Hit[] Words { get; private set; } = [];

    public Hit[] Pairs { get; private set; } = [];

    public byte[] Matrix { get; } = new byte[(QueryPlan.MaxTerms + 1) * (QueryPlan.MaxTerms + 1)];

    public int[] Counts { get; } = new int[QueryPlan.MaxTerms + 1];

    public int[] PairCounts { get; } = new int[256];

    public int[] TitlePairCounts { get; } = new int[256];

    public void Prepare(LanguageIndex index)
    {
        if (Scores.Length < index.Count)
        {
            Scores = new float[index.Count];
            Rest = new float[index.Count];
        }
        else
        {
            Scores.AsSpan(0, index.Count).Clear();
            Rest.AsSpan(0, index.Count).Clear();
        }

        if (TermOf.Length < index.Words.Count)
        {
            TermOf = new byte[index.Words.Count];
        }

        if (Tokens.Length < index.MaxLength)
        {
            Tokens = new int[index.MaxLength];
            Words = new Hit[index.MaxLength];
            Pairs = new Hit[index.MaxLength];
        }
    }

    public readonly record struct Hit(int Position, int Term);
}
