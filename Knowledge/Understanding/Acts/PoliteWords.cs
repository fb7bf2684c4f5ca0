namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>Polite words before (openers) and after (closers) what is meant, as normalised keys.</summary>
internal sealed class PoliteWords(string[] openers, string[] closers)
{
    /// <summary>Removes polite words from both ends until the rest is known; null when no rest is.</summary>
    public string? Strip(string key, Func<string, bool> isKnown)
    {
        while (!isKnown(key))
        {
            var closer = Array.Find(closers, word => key.EndsWith(" " + word, StringComparison.Ordinal));
            var opener = Array.Find(openers, word => key.StartsWith(word + " ", StringComparison.Ordinal));
            if (closer is null && opener is null)
            {
                return null;
            }

            key = closer is not null ? key[..^(closer.Length + 1)] : key[(opener!.Length + 1)..];
        }

        return key;
    }
}
