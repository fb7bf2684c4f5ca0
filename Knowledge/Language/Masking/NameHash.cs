namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>64-bit keys of words and of what is combined from them (FNV-1a), the same on every machine.</summary>
internal static class NameHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Stands before a word of a text without marks.</summary>
    public const char UnmarkedSign = '~';

    public static ulong Compute(ReadOnlySpan<char> text) => Compute(text, Offset);

    /// <summary>The key of a word in a text without marks, so that "ba" there is not the "ba" of a text with marks.</summary>
    public static ulong ComputeUnmarked(ReadOnlySpan<char> folded) => Compute(folded, unchecked((Offset ^ UnmarkedSign) * Prime));

    public static ulong Combine(ulong first, ulong second)
    {
        var hash = (first ^ (second + 0x9E3779B97F4A7C15 + (first << 6) + (first >> 2))) * Prime;
        return hash ^ (hash >> 29);
    }

    private static ulong Compute(ReadOnlySpan<char> text, ulong hash)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}

/// <summary>A value of one kind of evidence: its text, as the file of the weights has it, and its key.</summary>
internal readonly record struct NameFact(string Text, ulong Key)
{
    public NameFact(string text)
        : this(text, NameHash.Compute(text)) { }

    /// <summary>The text from which the key is computed.</summary>
    public override string ToString() => Key == NameHash.Compute(Text) ? Text : NameHash.UnmarkedSign + Text;
}
