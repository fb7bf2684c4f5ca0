namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>Polite words before (openers) and after (closers) what is meant, as normalised keys.</summary>
internal sealed class PoliteWords(string[] openers, string[] closers)
{
    private readonly string[] openers = [.. openers.Select(word => word + " ")];
    private readonly string[] closers = [.. closers.Select(word => " " + word)];

    /// <summary>Removes polite words from both ends until the rest is known; null when no rest is.</summary>
    public string? Strip(string key, Func<string, bool> isKnown)
    {
        while (!isKnown(key))
        {
            var closer = Array.Find(closers, word => key.EndsWith(word, StringComparison.Ordinal));
            var opener = Array.Find(openers, word => key.StartsWith(word, StringComparison.Ordinal));
            if (closer is null && opener is null)
            {
                return null;
            }

            key = closer is not null ? key[..^closer.Length] : key[opener!.Length..];
        }

        return key;
    }
}
