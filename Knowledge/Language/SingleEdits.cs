namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Finds known words at an edit distance of one (Damerau, 1964): one letter deleted, inserted, replaced, or swapped with its neighbour.
/// </summary>
internal static class SingleEdits
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const int MaxLength = 24;

    /// <summary>Calls <paramref name="onFound"/> with the id of each known word; the same word can be found more than once.</summary>
    /// <param name="word">Only the letters a to z can be matched.</param>
    public static void Find(string word, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> knownWords, Action<int> onFound)
    {
        if (word.Length is < 2 or > MaxLength)
        {
            return;
        }

        Span<char> buffer = stackalloc char[MaxLength + 1];
        for (var i = 0; i < word.Length; i++)
        {
            word.AsSpan(0, i).CopyTo(buffer);
            word.AsSpan(i + 1).CopyTo(buffer[i..]);
            ReportIfKnown(buffer[..(word.Length - 1)], knownWords, onFound);
        }

        for (var i = 0; i + 1 < word.Length; i++)
        {
            word.CopyTo(buffer);
            (buffer[i], buffer[i + 1]) = (buffer[i + 1], buffer[i]);
            ReportIfKnown(buffer[..word.Length], knownWords, onFound);
        }

        for (var i = 0; i < word.Length; i++)
        {
            word.CopyTo(buffer);
            foreach (var letter in Letters)
            {
                buffer[i] = letter;
                ReportIfKnown(buffer[..word.Length], knownWords, onFound);
            }
        }

        for (var i = 0; i <= word.Length; i++)
        {
            word.AsSpan(0, i).CopyTo(buffer);
            word.AsSpan(i).CopyTo(buffer[(i + 1)..]);
            foreach (var letter in Letters)
            {
                buffer[i] = letter;
                ReportIfKnown(buffer[..(word.Length + 1)], knownWords, onFound);
            }
        }
    }

    private static void ReportIfKnown(
        ReadOnlySpan<char> candidate,
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> knownWords,
        Action<int> onFound
    )
    {
        if (knownWords.TryGetValue(candidate, out var id))
        {
            onFound(id);
        }
    }
}
