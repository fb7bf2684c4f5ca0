using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding.Phrasings;

/// <summary>Hashed features (FNV-1a) of a text: words without diacritics, word pairs, the first and last word, the length.</summary>
internal static class TextFeatures
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;
    private const int MaxWords = 40;

    /// <summary>Only words and word pairs, to compare texts by their content.</summary>
    public static List<uint> ExtractContent(Lang lang, string text) => [.. HashWords(lang, text, out _).Distinct()];

    /// <summary>The same for a text of any length, each as often as it occurs.</summary>
    public static List<uint> ExtractAllContent(Lang lang, string text) => HashWords(lang, text, out _, int.MaxValue);

    /// <summary>All features, to classify texts.</summary>
    public static List<uint> ExtractAll(Lang lang, string text)
    {
        var features = HashWords(lang, text, out var words);
        if (words.Count > 0)
        {
            features.Add(Hash(Hash(OffsetBasis, "^"), words[0]));
            features.Add(Hash(Hash(OffsetBasis, "$"), words[^1]));
            features.Add(Hash(OffsetBasis, $"#{Math.Min(words.Count, 12)}"));
        }

        return [.. features.Distinct()];
    }

    public static uint Hash(string feature) => Hash(OffsetBasis, feature);

    private static List<uint> HashWords(Lang lang, string text, out List<string> words, int maxWords = MaxWords)
    {
        words = [.. VietnameseText.SplitIntoWords(text).Take(maxWords).Select(word => WordForms.ToLoose(lang, word))];
        var features = new List<uint>(words.Count * 2);
        for (var i = 0; i < words.Count; i++)
        {
            features.Add(Hash(OffsetBasis, words[i]));
            if (i > 0)
            {
                features.Add(Hash(Hash(Hash(OffsetBasis, words[i - 1]), " "), words[i]));
            }
        }

        return features;
    }

    public static uint Hash(uint hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
