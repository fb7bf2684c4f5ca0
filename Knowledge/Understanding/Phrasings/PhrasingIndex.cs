using System.Collections.Concurrent;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Understanding.Phrasings;

/// <summary>The most similar phrasing of one section of an article, of its whole questions or of its follow-ups.</summary>
internal readonly record struct PhrasingSimilarity(string SectionId, bool IsFollowUp, float Similarity);

/// <summary>
/// Measures the similarity of a message to the phrasings of an article: the cosine, from 0 to 1, of TF-IDF vectors of words and word pairs.
/// </summary>
internal sealed class PhrasingIndex
{
    /// <summary>All features, sorted; a feature's id is its place.</summary>
    private readonly uint[] features;
    private readonly float[] idf;
    private readonly Dictionary<(string Article, Lang Lang), ArticlePhrasings> phrasingsByArticle = [];

    /// <summary>Arrays of zeros with one value a feature, for vectors that are in use one after the other.</summary>
    private readonly ConcurrentBag<float[]> freeVectors = [];

    /// <param name="phrasings">Ways of asking; each names the article and the section that answer it.</param>
    public PhrasingIndex(IEnumerable<Phrasing> phrasings)
    {
        List<(Phrasing Phrasing, List<uint> Features)> tokenized =
        [
            .. phrasings.Select(text => (text, TextFeatures.ExtractContent(text.Language, text.Text))),
        ];
        features = [.. tokenized.SelectMany(text => text.Features).Distinct().Order()];
        idf = new float[features.Length];
        foreach (var feature in tokenized.SelectMany(text => text.Features))
        {
            idf[FindId(feature)]++;
        }

        for (var i = 0; i < idf.Length; i++)
        {
            idf[i] = MathF.Log(1 + (tokenized.Count / idf[i]));
        }

        UnknownWordWeight = MathF.Log(1 + (tokenized.Count / 0.5f));
        foreach (var group in tokenized.GroupBy(text => (text.Phrasing.ArticleKey, text.Phrasing.Language)))
        {
            phrasingsByArticle[group.Key] = CreatePhrasings([.. group]);
        }
    }

    private PhrasingIndex(SnapshotReader reader)
    {
        features = reader.Read<uint>();
        idf = reader.Read<float>();
        UnknownWordWeight = reader.ReadValue<float>();
        var records = new RecordReader(reader);
        for (var count = records.ReadNumber(); count > 0; count--)
        {
            phrasingsByArticle[(records.ReadText(), (Lang)records.ReadNumber())] = new(
                records.ReadList(() => (records.ReadText(), records.ReadFlag())),
                records.ReadNumbers(),
                records.ReadNumbers(),
                records.ReadNumbers(),
                reader.Read<float>()
            );
        }
    }

    public static PhrasingIndex Load(SnapshotReader reader) => new(reader);

    public void Save(SnapshotWriter writer)
    {
        writer.Write<uint>(features);
        writer.Write<float>(idf);
        writer.Write(UnknownWordWeight);
        var records = new RecordWriter();
        records.Write(phrasingsByArticle.Count);
        foreach (var (key, phrasings) in phrasingsByArticle)
        {
            records.Write(key.Article);
            records.Write((int)key.Lang);
            records.Write(
                phrasings.Groups,
                group =>
                {
                    records.Write(group.SectionId);
                    records.Write(group.IsFollowUp);
                }
            );
            records.Write(phrasings.GroupByPhrasing);
            records.Write(phrasings.Ends);
            records.Write(phrasings.Features);
        }

        records.Save(writer);
        foreach (var phrasings in phrasingsByArticle.Values)
        {
            writer.Write<float>(phrasings.Weights);
        }
    }

    /// <returns>Negative when no phrasing has it.</returns>
    private int FindId(uint feature) => Array.BinarySearch(features, feature);

    /// <summary>The weight of a word that no phrasing contains.</summary>
    private float UnknownWordWeight { get; }

    /// <summary>The normalised TF-IDF vector of a message. To be disposed of, so that its memory is used again.</summary>
    public MessageVector Vectorize(Lang lang, string text)
    {
        var messageFeatures = TextFeatures.ExtractContent(lang, text);
        var norm = ComputeNorm(messageFeatures);
        var values = freeVectors.TryTake(out var free) ? free : new float[idf.Length];
        var used = new List<int>(messageFeatures.Count);
        foreach (var feature in messageFeatures)
        {
            if (FindId(feature) is var id and >= 0)
            {
                values[id] = idf[id] / norm;
                used.Add(id);
            }
        }

        return new(values, used, freeVectors);
    }

    /// <summary>
    /// The highest similarity per section, separately for whole questions and follow-ups; empty when the article has no phrasings.
    /// </summary>
    public PhrasingSimilarity[] FindBestSimilarities(string articleKey, Lang lang, MessageVector message)
    {
        if (!phrasingsByArticle.TryGetValue((articleKey, lang), out var phrasings))
        {
            return [];
        }

        var best = new PhrasingSimilarity[phrasings.Groups.Length];
        for (var i = 0; i < best.Length; i++)
        {
            best[i] = new(phrasings.Groups[i].SectionId, phrasings.Groups[i].IsFollowUp, 0);
        }

        var (values, start) = (message.Values, 0);
        var (ends, allWeights, allFeatures) = (phrasings.Ends, phrasings.Weights, phrasings.Features);
        for (var i = 0; i < ends.Length; i++)
        {
            var sum = 0f;
            var weights = allWeights.AsSpan(start..ends[i]);
            var features = allFeatures.AsSpan(start, weights.Length);
            for (var j = 0; j < weights.Length; j++)
            {
                sum += weights[j] * values[features[j]];
            }

            start = ends[i];
            ref var group = ref best[phrasings.GroupByPhrasing[i]];
            if (sum > group.Similarity)
            {
                group = group with { Similarity = sum };
            }
        }

        return best;
    }

    private ArticlePhrasings CreatePhrasings(List<(Phrasing Phrasing, List<uint> Features)> texts)
    {
        List<(string SectionId, bool IsFollowUp)> groups =
        [
            .. texts.Select(text => (text.Phrasing.SectionId, text.Phrasing.IsFollowUp)).Distinct(),
        ];
        List<int> ends = [],
            featureIds = [];
        List<float> weights = [];
        foreach (var (_, textFeatures) in texts)
        {
            var norm = ComputeNorm(textFeatures);
            foreach (var feature in textFeatures)
            {
                var id = FindId(feature);
                featureIds.Add(id);
                weights.Add(idf[id] / norm);
            }

            ends.Add(featureIds.Count);
        }

        return new(
            [.. groups],
            [.. texts.Select(text => groups.IndexOf((text.Phrasing.SectionId, text.Phrasing.IsFollowUp)))],
            [.. ends],
            [.. featureIds],
            [.. weights]
        );
    }

    private float ComputeNorm(List<uint> textFeatures)
    {
        var sum = 0.0;
        foreach (var feature in textFeatures)
        {
            var weight = FindId(feature) is var id and >= 0 ? idf[id] : UnknownWordWeight;
            sum += weight * weight;
        }

        return MathF.Sqrt((float)sum);
    }

    /// <summary>The vectors of an article's phrasings, one after another.</summary>
    /// <param name="Groups">The sections, separately for whole questions and follow-ups.</param>
    /// <param name="GroupByPhrasing">The index of each phrasing's group.</param>
    /// <param name="Ends">The end of each phrasing in the next two.</param>
    private sealed record ArticlePhrasings(
        (string SectionId, bool IsFollowUp)[] Groups,
        int[] GroupByPhrasing,
        int[] Ends,
        int[] Features,
        float[] Weights
    );
}

/// <summary>The vector of a message.</summary>
/// <param name="values">By feature; zero for those that the message does not have.</param>
/// <param name="used">The features that it has.</param>
/// <param name="free">Receives the array, with zeros only, when the vector is no longer needed.</param>
internal sealed class MessageVector(float[] values, List<int> used, ConcurrentBag<float[]> free) : IDisposable
{
    private float[]? values = values;

    public float[] Values => values ?? throw new ObjectDisposedException(nameof(MessageVector));

    public void Dispose()
    {
        if (values is not { } array)
        {
            return;
        }

        values = null;
        foreach (var feature in used)
        {
            array[feature] = 0;
        }

        free.Add(array);
    }
}
