namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Words one slip of the finger away (Damerau, 1964): a letter left out, doubled, exchanged with its neighbour or replaced.
/// </summary>
internal static class Edits
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const int Longest = 24;

    /// <summary>Calls back for each known word among them.</summary>
    /// <param name="word">Letters a to z only, or nothing is found.</param>
    public static void Find(string word, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> known, Action<int> found)
    {
        if (word.Length is < 2 or > Longest)
        {
            return;
        }

        Span<char> buffer = stackalloc char[Longest + 1];
        for (var i = 0; i < word.Length; i++)
        {
            word.AsSpan(0, i).CopyTo(buffer);
            word.AsSpan(i + 1).CopyTo(buffer[i..]);
            Try(buffer[..(word.Length - 1)], known, found);
        }

        for (var i = 0; i + 1 < word.Length; i++)
        {
            word.CopyTo(buffer);
            (buffer[i], buffer[i + 1]) = (buffer[i + 1], buffer[i]);
            Try(buffer[..word.Length], known, found);
        }

        for (var i = 0; i < word.Length; i++)
        {
            word.CopyTo(buffer);
            foreach (var letter in Letters)
            {
                buffer[i] = letter;
                Try(buffer[..word.Length], known, found);
            }
        }

        for (var i = 0; i <= word.Length; i++)
        {
            word.AsSpan(0, i).CopyTo(buffer);
            word.AsSpan(i).CopyTo(buffer[(i + 1)..]);
            foreach (var letter in Letters)
            {
                buffer[i] = letter;
                Try(buffer[..(word.Length + 1)], known, found);
            }
        }
    }

    private static void Try(
        ReadOnlySpan<char> candidate,
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> known,
        Action<int> found
    )
    {
        if (known.TryGetValue(candidate, out var id))
        {
            found(id);
        }
    }
}
