using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding.Phrasings;

/// <summary>A text as hashed features (FNV-1a): its words without diacritics, neighbouring pairs, how it begins and ends, and how long it
/// is.</summary>
internal static class TextFeatures
{
    private const uint Start = 2166136261;
    private const uint Prime = 16777619;
    private const int MostWords = 40;

    /// <summary>Words and pairs alone, for comparing texts by their content.</summary>
    public static List<uint> Content(Lang lang, string text) => [.. Words(lang, text, out _).Distinct()];

    /// <summary>All features, for telling kinds of texts apart.</summary>
    public static List<uint> Form(Lang lang, string text)
    {
        var features = Words(lang, text, out var words);
        if (words.Count > 0)
        {
            features.Add(Hash(Hash(Start, "^"), words[0]));
            features.Add(Hash(Hash(Start, "$"), words[^1]));
            features.Add(Hash(Start, $"#{Math.Min(words.Count, 12)}"));
        }

        return [.. features.Distinct()];
    }

    public static uint Hash(string feature) => Hash(Start, feature);

    private static List<uint> Words(Lang lang, string text, out List<string> words)
    {
        words = [.. VietnameseText.SplitIntoWords(text).Take(MostWords).Select(word => WordForms.ToLoose(lang, word))];
        var features = new List<uint>(words.Count * 2);
        for (var i = 0; i < words.Count; i++)
        {
            features.Add(Hash(Start, words[i]));
            if (i > 0)
            {
                features.Add(Hash(Hash(Hash(Start, words[i - 1]), " "), words[i]));
            }
        }

        return features;
    }

    private static uint Hash(uint hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
