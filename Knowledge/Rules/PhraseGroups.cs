using System.Collections.Concurrent;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>Finds phrases in folded text. A group is a list of alternatives separated by <c>|</c>.</summary>
public static class PhraseGroups
{
    /// <summary>Further groups are split each time: groups are data of the program, and there are a few hundred.</summary>
    private const int MaxSplitGroups = 4096;

    private static readonly ConcurrentDictionary<string, string[]> PaddedPhrases = new(StringComparer.Ordinal);

    /// <summary>The length of the longest alternative that the text contains as whole words; 0 when it contains none.</summary>
    /// <param name="text">Folded words with a space at both ends.</param>
    public static int FindLongestMatch(string group, string text)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(text);
        return FindLongestMatch(SplitIntoPaddedPhrases(group), text);
    }

    /// <param name="phrases">A group that was split before.</param>
    internal static int FindLongestMatch(string[] phrases, string text)
    {
        var longest = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Length - 2 > longest && text.Contains(phrase, StringComparison.Ordinal))
            {
                longest = phrase.Length - 2;
            }
        }

        return longest;
    }

    /// <summary>Whether the text contains one of the alternatives.</summary>
    public static bool ContainsAny(string group, string text)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(text);
        return ContainsAny(SplitIntoPaddedPhrases(group), text);
    }

    /// <param name="phrases">A group that was split before.</param>
    internal static bool ContainsAny(string[] phrases, string text)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Length > 2 && text.Contains(phrase, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The positions of the alternatives in the text, as whole words, including the spaces around them.</summary>
    public static List<(int Start, int Length)> FindPositions(string group, string text)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(text);
        var positions = new List<(int Start, int Length)>();
        foreach (var phrase in SplitIntoPaddedPhrases(group))
        {
            for (
                var at = text.IndexOf(phrase, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal)
            )
            {
                positions.Add((at, phrase.Length));
            }
        }

        return positions;
    }

    /// <summary>The alternatives, each with a space at both ends.</summary>
    internal static string[] Split(string group) => [.. group.Split('|').Select(phrase => $" {phrase} ")];

    private static string[] SplitIntoPaddedPhrases(string group)
    {
        if (PaddedPhrases.TryGetValue(group, out var known))
        {
            return known;
        }

        var phrases = Split(group);
        if (PaddedPhrases.Count < MaxSplitGroups)
        {
            PaddedPhrases.TryAdd(group, phrases);
        }

        return phrases;
    }
}
