using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Learning;

/// <summary>
/// The classifier's features of a text: its words, pairs of adjacent words and character n-grams, each as a 64-bit hash
/// (FNV-1a), so that no text is stored.
/// </summary>
internal static class PhrasingFeatures
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The distinct features in the order of the text.</summary>
    public static List<ulong> Extract(IReadOnlyList<QueryWord> words)
    {
        var seen = new HashSet<ulong>(words.Count * 10);
        var features = new List<ulong>(words.Count * 10);
        var grams = new List<ulong>();
        for (var i = 0; i < words.Count; i++)
        {
            Add(Hash(OffsetBasis, words[i].Loose));
            if (i > 0)
            {
                Add(Hash(Hash(OffsetBasis, words[i - 1].Loose) * Prime, words[i].Loose));
            }

            grams.Clear();
            GramTable.AddGrams(words[i].Exact, grams);
            foreach (var gram in grams)
            {
                Add((~OffsetBasis ^ gram) * Prime);
            }
        }

        return features;

        void Add(ulong feature)
        {
            if (seen.Add(feature))
            {
                features.Add(feature);
            }
        }
    }

    private static ulong Hash(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
