namespace PolicyAssistantBot.Knowledge.Content.Snapshots;

/// <summary>
/// Hashes of words for tables that need no texts: FNV-1a, 64 bits. Two of 100,000 words have the same hash with a probability of one to
/// three billion.
/// </summary>
internal static class TextHash
{
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Compute(string text)
    {
        var hash = Start;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
