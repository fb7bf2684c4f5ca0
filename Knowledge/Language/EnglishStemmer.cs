using System.Buffers;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// A light stemmer: removes plurals, -ing, -ed, -ly and a final -e or -y. It is conservative, so that words of
/// different meaning keep different stems.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly (string Suffix, string Replacement, int MinStem)[] PluralRules =
    [
        ("sses", "ss", 1),
        ("ies", "y", 2),
        ("xes", "x", 2),
        ("ches", "ch", 2),
        ("shes", "sh", 2),
        ("ss", "ss", 0),
        ("us", "us", 0),
        ("is", "is", 0),
        ("s", "", 3),
    ];

    private static readonly (string Suffix, string Replacement, int MinStem)[] EndingRules =
    [
        ("ization", "ize", 3),
        ("ational", "ate", 3),
        ("fulness", "ful", 2),
        ("ingly", "", 3),
        ("edly", "", 3),
        ("ing", "", 3),
        ("ied", "y", 2),
        ("eed", "eed", 0),
        ("ed", "", 3),
        ("ly", "", 4),
    ];

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public static string Stem(string word)
    {
        if (word.Length < 4 || !char.IsAsciiLetter(word[^1]))
        {
            return word;
        }

        var stem = ReplaceSuffix(ReplaceSuffix(word, PluralRules), EndingRules);
        if (stem.Length > 3 && stem.Length < word.Length && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o'))
        {
            stem = stem[..^1];
        }

        if (stem.Length > 3 && stem[^1] == 'e')
        {
            stem = stem[..^1];
        }

        return stem.Length > 3 && stem[^1] == 'y' ? stem[..^1] + "i" : stem;
    }

    private static string ReplaceSuffix(string word, (string Suffix, string Replacement, int MinStem)[] rules)
    {
        foreach (var (suffix, replacement, minStem) in rules)
        {
            if (!word.EndsWith(suffix, StringComparison.Ordinal) || word.Length - suffix.Length < minStem)
            {
                continue;
            }

            var stem = word[..^suffix.Length];
            return replacement.Length > 0 || stem.AsSpan().ContainsAny(Vowels) ? stem + replacement : word;
        }

        return word;
    }
}
