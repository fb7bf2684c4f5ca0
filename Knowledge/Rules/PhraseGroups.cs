namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>Finds phrases in folded text. A group is a list of alternatives separated by <c>|</c>.</summary>
public static class PhraseGroups
{
    /// <summary>The length of the longest alternative that the text contains as whole words; 0 when it contains none.</summary>
    /// <param name="text">Folded words with a space at both ends.</param>
    public static int FindLongestMatch(string group, string text)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(text);
        return group
            .Split('|')
            .Where(phrase => text.Contains($" {phrase} ", StringComparison.Ordinal))
            .Select(phrase => phrase.Length)
            .DefaultIfEmpty()
            .Max();
    }

    /// <summary>Whether the text contains one of the alternatives.</summary>
    public static bool ContainsAny(string group, string text) => group.Length > 0 && FindLongestMatch(group, text) > 0;

    /// <summary>The positions of the alternatives in the text, as whole words, including the spaces around them.</summary>
    public static List<(int Start, int Length)> FindPositions(string group, string text)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(text);
        var positions = new List<(int Start, int Length)>();
        foreach (var phrase in group.Split('|'))
        {
            var paddedPhrase = $" {phrase} ";
            for (
                var at = text.IndexOf(paddedPhrase, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(paddedPhrase, at + 1, StringComparison.Ordinal)
            )
            {
                positions.Add((at, paddedPhrase.Length));
            }
        }

        return positions;
    }
}
