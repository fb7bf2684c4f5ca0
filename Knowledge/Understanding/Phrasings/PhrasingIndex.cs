namespace PolicyAssistantBot.Knowledge.Understanding.Phrasings;

/// <summary>How near a message comes to the phrasings of an article: the cosine of weighted words and pairs, 0 to 1.</summary>
internal sealed class PhrasingIndex
{
    private readonly Dictionary<uint, float> idf = [];
    private readonly Dictionary<(string Article, Lang Lang), List<Entry>> byArticle = [];

    /// <param name="texts">Each with the article and section it asks for.</param>
    public PhrasingIndex(IEnumerable<Phrasing> texts)
    {
        List<(Phrasing Phrasing, List<uint> Features)> read =
        [
            .. texts.Select(text => (text, TextFeatures.Content(text.Language, text.Text))),
        ];
        foreach (var feature in read.SelectMany(text => text.Features))
        {
            idf[feature] = idf.GetValueOrDefault(feature) + 1;
        }

        foreach (var (feature, count) in idf.ToList())
        {
            idf[feature] = MathF.Log(1 + (read.Count / count));
        }

        Unknown = MathF.Log(1 + (read.Count / 0.5f));
        foreach (var group in read.GroupBy(text => (text.Phrasing.ArticleKey, text.Phrasing.Language)))
        {
            byArticle[group.Key] =
            [
                .. group.Select(text => new Entry(text.Phrasing.SectionId, text.Phrasing.IsFollowUp, Weigh(text.Features))),
            ];
        }
    }

    /// <summary>The weight of a word that no phrasing holds.</summary>
    private float Unknown { get; }

    /// <summary>The message as it is compared with phrasings.</summary>
    public IReadOnlyDictionary<uint, float> Read(Lang lang, string text) => Weigh(TextFeatures.Content(lang, text));

    /// <summary>The nearest phrasing of each section, whole questions and follow-ups apart; empty where the article has none.</summary>
    public IEnumerable<(string SectionId, bool IsFollowUp, float Similarity)> Nearest(
        string articleKey,
        Lang lang,
        IReadOnlyDictionary<uint, float> message
    ) =>
        byArticle.TryGetValue((articleKey, lang), out var entries)
            ? entries
                .Select(entry => (entry.SectionId, entry.IsFollowUp, Similarity: Cosine(entry.Vector, message)))
                .GroupBy(near => (near.SectionId, near.IsFollowUp))
                .Select(group => (group.Key.SectionId, group.Key.IsFollowUp, group.Max(near => near.Similarity)))
            : [];

    private Dictionary<uint, float> Weigh(List<uint> features)
    {
        var weights = features.ToDictionary(feature => feature, feature => idf.GetValueOrDefault(feature, Unknown));
        var norm = MathF.Sqrt(weights.Values.Sum(weight => weight * weight));
        return weights.ToDictionary(pair => pair.Key, pair => pair.Value / norm);
    }

    private static float Cosine(Dictionary<uint, float> phrasing, IReadOnlyDictionary<uint, float> message)
    {
        var sum = 0f;
        foreach (var (feature, weight) in phrasing)
        {
            if (message.TryGetValue(feature, out var other))
            {
                sum += weight * other;
            }
        }

        return sum;
    }

    private sealed record Entry(string SectionId, bool IsFollowUp, Dictionary<uint, float> Vector);
}
