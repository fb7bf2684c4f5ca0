namespace PolicyAssistantBot.Knowledge.Understanding.Phrasings;

/// <summary>
/// The similarity of a message to the phrasings of an article: the cosine, from 0 to 1, of TF-IDF vectors of words and word pairs.
/// </summary>
internal sealed class PhrasingIndex
{
    private readonly Dictionary<uint, float> idf = [];
    private readonly Dictionary<(string Article, Lang Lang), List<Entry>> entriesByArticle = [];

    /// <param name="phrasings">Ways of asking; each names the article and the section that answer it.</param>
    public PhrasingIndex(IEnumerable<Phrasing> phrasings)
    {
        List<(Phrasing Phrasing, List<uint> Features)> tokenized =
        [
            .. phrasings.Select(text => (text, TextFeatures.ExtractContent(text.Language, text.Text))),
        ];
        foreach (var feature in tokenized.SelectMany(text => text.Features))
        {
            idf[feature] = idf.GetValueOrDefault(feature) + 1;
        }

        foreach (var (feature, count) in idf.ToList())
        {
            idf[feature] = MathF.Log(1 + (tokenized.Count / count));
        }

        UnknownWordWeight = MathF.Log(1 + (tokenized.Count / 0.5f));
        foreach (var group in tokenized.GroupBy(text => (text.Phrasing.ArticleKey, text.Phrasing.Language)))
        {
            entriesByArticle[group.Key] =
            [
                .. group.Select(text => new Entry(text.Phrasing.SectionId, text.Phrasing.IsFollowUp, ToUnitVector(text.Features))),
            ];
        }
    }

    /// <summary>The weight of a word that no phrasing contains.</summary>
    private float UnknownWordWeight { get; }

    /// <summary>The normalised TF-IDF vector of a message.</summary>
    public IReadOnlyDictionary<uint, float> Vectorize(Lang lang, string text) => ToUnitVector(TextFeatures.ExtractContent(lang, text));

    /// <summary>
    /// The highest similarity per section, separately for whole questions and follow-ups; empty when the article has no phrasings.
    /// </summary>
    public IEnumerable<(string SectionId, bool IsFollowUp, float Similarity)> FindBestSimilarities(
        string articleKey,
        Lang lang,
        IReadOnlyDictionary<uint, float> message
    ) =>
        entriesByArticle.TryGetValue((articleKey, lang), out var entries)
            ? entries
                .Select(entry => (entry.SectionId, entry.IsFollowUp, Similarity: Cosine(entry.Vector, message)))
                .GroupBy(match => (match.SectionId, match.IsFollowUp))
                .Select(group => (group.Key.SectionId, group.Key.IsFollowUp, group.Max(match => match.Similarity)))
            : [];

    private Dictionary<uint, float> ToUnitVector(List<uint> features)
    {
        var weights = features.ToDictionary(feature => feature, feature => idf.GetValueOrDefault(feature, UnknownWordWeight));
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
