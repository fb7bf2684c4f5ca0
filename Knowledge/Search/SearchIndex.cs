using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Passages ready to be searched: immutable, so any number of threads may use it at once.</summary>
public sealed class SearchIndex
{
    private static readonly (string Name, double Weight, double K1, double B)[] Channels =
        [("exact-unigram", 10, 1.2, 0.9), ("exact-bigram", 5, 0.6, 0.6), ("folded-unigram", 4, 1.2, 0.9), ("folded-bigram", 4, 0.6, 0.6)];

    private readonly Dictionary<string, List<(int Doc, int Count)>>[] postings = [.. Channels.Select(_ => new Dictionary<string, List<(int, int)>>(StringComparer.Ordinal))];
    private readonly double[][] lengths;
    private readonly double[] meanLength;

    private SearchIndex(IReadOnlyList<Passage> passages)
    {
        Passages = passages;
        lengths = [.. Channels.Select(_ => new double[passages.Count])];
        for (var doc = 0; doc < passages.Count; doc++)
        {
            var p = passages[doc];
            var text = string.Join("\n", [p.Title, p.Heading, .. p.Phrasings, p.Text]);
            for (var channel = 0; channel < Channels.Length; channel++)
            {
                foreach (var group in Terms(channel, text).GroupBy(t => t))
                {
                    if (!postings[channel].TryGetValue(group.Key, out var list))
                        postings[channel][group.Key] = list = [];
                    list.Add((doc, group.Count()));
                    lengths[channel][doc] += group.Count();
                }
            }
        }

        meanLength = [.. lengths.Select(l => l.DefaultIfEmpty(1).Average())];
    }

    public IReadOnlyList<Passage> Passages { get; }

    public static SearchIndex Build(IReadOnlyList<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        return new SearchIndex(passages);
    }

    /// <summary>The passages that answer best. Never throws on any text; an empty question finds nothing.</summary>
    public SearchResult Search(string query, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= new SearchOptions();
        var decoded = new DecodedQuery(query, query, LanguageDetector.Detect(query), []);
        var scores = new Dictionary<int, double>();
        foreach (var (_, _, doc, _, _, share) in Shares(query))
        {
            scores[doc] = scores.GetValueOrDefault(doc) + share;
        }

        var best = scores.Where(s => options.Lang is not { } lang || Passages[s.Key].Lang == lang)
            .OrderByDescending(s => s.Value).ThenBy(s => s.Key)
            .Take(Math.Max(options.Count, 10)).ToList();
        var hits = best.Take(options.Count).Select(s => new SearchHit(Passages[s.Key], s.Value)).ToList();
        if (hits.Count == 0)
            return new SearchResult(hits, 0, 0, decoded);

        var confidence = 1 / best.Sum(s => Math.Exp((s.Value - best[0].Value) * 20));
        return new SearchResult(hits, confidence, Math.Min(1, best[0].Value), decoded);
    }

    /// <summary>Takes one passage's score for a question apart; null when there is no such passage.</summary>
    public Explanation? Explain(string query, string passageId, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var doc = Passages.Select((p, i) => (p, i)).Where(x => x.p.Id == passageId).Select(x => x.i).DefaultIfEmpty(-1).First();
        if (doc < 0)
            return null;

        var channels = Shares(query).Where(s => s.Doc == doc).GroupBy(s => s.Channel)
            .Select(g => new ChannelShare(
                Channels[g.Key].Name,
                Channels[g.Key].Weight,
                g.Sum(s => s.Share),
                [.. g.Select(s => new TermShare(s.Term, s.Idf, s.Count, s.Share))]))
            .ToList();
        var decoded = new DecodedQuery(query, query, LanguageDetector.Detect(query), []);
        return new Explanation(passageId, channels.Sum(c => c.Share), decoded, channels);
    }

    private static IEnumerable<string> Terms(int channel, string text)
    {
        var words = channel < 2 ? VietnameseText.Words(text).Select(VietnameseText.Canonical) : VietnameseText.Words(VietnameseText.Fold(text));
        return channel % 2 == 0 ? words : words.Zip(words.Skip(1), (a, b) => a + " " + b);
    }

    private IEnumerable<(int Channel, string Term, int Doc, int Count, double Idf, double Share)> Shares(string query)
    {
        var all = Channels.Sum(c => c.Weight);
        for (var channel = 0; channel < Channels.Length; channel++)
        {
            var (_, weight, k1, b) = Channels[channel];
            var terms = Terms(channel, query).Distinct(StringComparer.Ordinal)
                .Select(t => (Term: t, List: postings[channel].GetValueOrDefault(t)))
                .Select(t => (t.Term, t.List, Idf: Math.Log(1 + ((Passages.Count - (t.List?.Count ?? 0) + 0.5) / ((t.List?.Count ?? 0) + 0.5)))))
                .ToList();
            var norm = terms.Sum(t => t.Idf) * 2.2 * all;
            foreach (var (term, list, idf) in terms)
            {
                foreach (var (doc, count) in list ?? [])
                {
                    var length = 1 - b + (b * lengths[channel][doc] / meanLength[channel]);
                    yield return (channel, term, doc, count, idf, weight * idf * count * (k1 + 1) / (count + (k1 * length)) / norm);
                }
            }
        }
    }
}
