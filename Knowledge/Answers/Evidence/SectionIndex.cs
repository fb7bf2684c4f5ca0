using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>
/// Finds the section of an article that a message asks for: BM25 (Robertson and Zaragoza, 2009) over words and word pairs, where the
/// document of a section is its heading, its text and the phrasings that ask for it, and the collection is the article.
/// </summary>
internal sealed class SectionIndex
{
    /// <summary>The saturation of a feature's count.</summary>
    private const double K1 = 2;

    /// <summary>A heading tells more of what a section is about than its text, one of many phrasings less.</summary>
    private const double HeadingWeight = 2;
    private const double PhrasingWeight = 0.5;

    /// <summary>From this inverse frequency in all articles on, a feature counts fully.</summary>
    private const double FullRarity = 6;

    private readonly Dictionary<(string Article, Lang Lang), Entry> entries = [];

    /// <summary>The sections of one article with the weights of their features.</summary>
    /// <param name="Features">Sorted.</param>
    /// <param name="Ends">For each feature the end of its sections and weights.</param>
    private sealed record Entry(string[] SectionIds, uint[] Features, int[] Ends, int[] Sections, float[] Weights)
    {
        /// <summary>Adds in how many of the sections each feature occurs; only of features that are counted already.</summary>
        public void AddFrequencies(Dictionary<uint, int> frequencies)
        {
            for (var i = 0; i < Features.Length; i++)
            {
                ref var frequency = ref CollectionsMarshal.GetValueRefOrNullRef(frequencies, Features[i]);
                if (!Unsafe.IsNullRef(ref frequency))
                {
                    frequency += Ends[i] - (i == 0 ? 0 : Ends[i - 1]);
                }
            }
        }
    }

    public SectionIndex(IReadOnlyList<Article> articles, IEnumerable<Phrasing> phrasings)
        : this(articles, phrasings, null, new HashSet<string>()) { }

    /// <param name="previous">The index of an earlier version.</param>
    /// <param name="unchanged">
    /// The articles that are taken over from it, with the rarity that their words had in it until the change is learnt from.
    /// </param>
    public SectionIndex(
        IReadOnlyList<Article> articles,
        IEnumerable<Phrasing> phrasings,
        SectionIndex? previous,
        IReadOnlySet<string> unchanged
    )
    {
        var bySection = phrasings
            .Where(phrasing => !unchanged.Contains(phrasing.ArticleKey))
            .Select(phrasing => (phrasing, Features: TextFeatures.ExtractContent(phrasing.Language, phrasing.Text)))
            .ToLookup(one => (one.phrasing.ArticleKey, one.phrasing.Language, one.phrasing.SectionId), one => one.Features);
        var kept = (
            from article in articles
            where unchanged.Contains(article.Key)
            from lang in new[] { Lang.Vi, Lang.En }
            select (Key: (article.Key, lang), Entry: previous!.entries[(article.Key, lang)])
        ).ToDictionary(one => one.Key, one => one.Entry);
        var documents = (
            from article in articles
            from lang in new[] { Lang.Vi, Lang.En }
            where !unchanged.Contains(article.Key)
            select (
                article.Key,
                lang,
                Counts: article
                    .GetSections(lang)
                    .Where(section => section.Id != AnswerSections.Unconfirmed)
                    .Select(section => (section.Id, Counts: CountFeatures(section, lang, bySection[(article.Key, lang, section.Id)])))
                    .ToList()
            )
        ).ToList();
        var frequencies = documents
            .SelectMany(document => document.Counts)
            .SelectMany(section => section.Counts.Keys)
            .CountBy(feature => feature)
            .ToDictionary();
        foreach (var entry in kept.Values)
        {
            entry.AddFrequencies(frequencies);
        }

        var total = documents.Sum(document => document.Counts.Count) + kept.Values.Sum(entry => entry.SectionIds.Length);
        var created = documents.ToDictionary(
            document => (document.Key, document.lang),
            document => CreateEntry(document.Counts, feature => Math.Log(1 + ((double)total / frequencies[feature])))
        );
        foreach (var key in articles.SelectMany(article => new[] { (article.Key, Lang.Vi), (article.Key, Lang.En) }))
        {
            entries[key] = kept.GetValueOrDefault(key) ?? created[key];
        }
    }

    private SectionIndex(SnapshotReader reader)
    {
        var records = new RecordReader(reader);
        for (var count = records.ReadNumber(); count > 0; count--)
        {
            entries[(records.ReadText(), (Lang)records.ReadNumber())] = new(
                records.ReadTexts(),
                reader.Read<uint>(),
                records.ReadNumbers(),
                records.ReadNumbers(),
                reader.Read<float>()
            );
        }
    }

    public static SectionIndex Load(SnapshotReader reader) => new(reader);

    public void Save(SnapshotWriter writer)
    {
        var records = new RecordWriter();
        records.Write(entries.Count);
        foreach (var (key, entry) in entries)
        {
            records.Write(key.Article);
            records.Write((int)key.Lang);
            records.Write(entry.SectionIds);
            records.Write(entry.Ends);
            records.Write(entry.Sections);
        }

        records.Save(writer);
        foreach (var entry in entries.Values)
        {
            writer.Write<uint>(entry.Features);
            writer.Write<float>(entry.Weights);
        }
    }

    /// <summary>The score of each section of an article for a message; empty for an article without sections.</summary>
    public IReadOnlyDictionary<string, double> Score(string articleKey, Lang lang, string message)
    {
        if (!entries.TryGetValue((articleKey, lang), out var entry))
        {
            return new Dictionary<string, double>(StringComparer.Ordinal);
        }

        var scores = new double[entry.SectionIds.Length];
        foreach (var feature in TextFeatures.ExtractContent(lang, message))
        {
            if (Array.BinarySearch(entry.Features, feature) is not (var index and >= 0))
            {
                continue;
            }

            for (var i = index == 0 ? 0 : entry.Ends[index - 1]; i < entry.Ends[index]; i++)
            {
                scores[entry.Sections[i]] += entry.Weights[i];
            }
        }

        return entry.SectionIds.Zip(scores).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static Dictionary<uint, double> CountFeatures(Section section, Lang lang, IEnumerable<List<uint>> phrasings)
    {
        var counts = new Dictionary<uint, double>();
        Add(TextFeatures.ExtractAllContent(lang, section.Heading), HeadingWeight);
        Add(TextFeatures.ExtractAllContent(lang, section.Markdown), 1);
        foreach (var phrasing in phrasings)
        {
            Add(phrasing, PhrasingWeight);
        }

        return counts;

        void Add(IEnumerable<uint> features, double weight)
        {
            foreach (var feature in features)
            {
                counts[feature] = counts.GetValueOrDefault(feature) + weight;
            }
        }
    }

    private static Entry CreateEntry(List<(string Id, Dictionary<uint, double> Counts)> sections, Func<uint, double> getRarity)
    {
        var lengths = sections.ConvertAll(section => section.Counts.Values.Sum());
        var average = lengths.DefaultIfEmpty().Average();
        var postings = sections
            .SelectMany((section, i) => section.Counts.Select(count => (Feature: count.Key, Section: i, Count: count.Value)))
            .GroupBy(posting => posting.Feature)
            .OrderBy(group => group.Key)
            .ToList();
        List<int> ends = [],
            indices = [];
        List<float> weights = [];
        foreach (var group in postings)
        {
            var rarity = Math.Log(1 + ((double)sections.Count / group.Count())) * Math.Min(1, getRarity(group.Key) / FullRarity);
            foreach (var (_, section, count) in group)
            {
                indices.Add(section);
                weights.Add((float)(rarity * count * (K1 + 1) / (count + (K1 * lengths[section] / average))));
            }

            ends.Add(indices.Count);
        }

        return new(
            [.. sections.Select(section => section.Id)],
            [.. postings.Select(group => group.Key)],
            [.. ends],
            [.. indices],
            [.. weights]
        );
    }
}
