using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Learning;
using PolicyAssistantBot.Knowledge.Search.Outside;
using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Scoring;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>A search index over passages. Immutable and therefore thread-safe.</summary>
public sealed class SearchIndex
{
    private readonly Fusion fusion;
    private readonly LanguagePart[] parts;
    private readonly Dictionary<string, int> byId;

    /// <summary>
    /// Training takes seconds: it runs in the background after <see cref="BeginLearning"/>, otherwise with the first question in the
    /// other language.
    /// </summary>
    private readonly Lazy<Dictionary<Lang, TranslationModel>> translations;

    private volatile Task? learning;

    private SearchIndex(IReadOnlyList<Passage> passages, Fusion fusion, LanguagePart[] parts)
    {
        Passages = passages;
        this.fusion = fusion;
        this.parts = parts;
        byId = new Dictionary<string, int>(passages.Count, StringComparer.Ordinal);
        for (var i = 0; i < passages.Count; i++)
        {
            byId.TryAdd(passages[i].Id, i);
        }

        translations = new(() => Translations(passages));
    }

    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>The memory use of the index in bytes, without the texts of the passages.</summary>
    public long Bytes => parts.Sum(part => part.Index.ByteSize) + (byId.Count * 40L);

    /// <param name="passages">The passages in their order; a duplicate id refers to its first passage.</param>
    /// <param name="fusion">The channel weights; null for those that are shipped with the program.</param>
    public static SearchIndex Build(IReadOnlyList<Passage> passages, Fusion? fusion = null)
    {
        ArgumentNullException.ThrowIfNull(passages);
        return new SearchIndex(
            passages,
            fusion ?? Fusion.Default,
            [.. ByLanguage(passages).AsParallel().AsOrdered().Select(p => LanguagePart.Build(p.Docs, p.Lang, passages))]
        );
    }

    /// <summary>The index of one language's passages; null when there are none.</summary>
    internal LanguageIndex? Of(Lang lang) => Array.Find(parts, part => part.Index.Vocabulary.Lang == lang)?.Index;

    internal void Save(SnapshotWriter to)
    {
        foreach (var part in parts)
        {
            part.Index.Save(to);
        }
    }

    /// <summary>Loads the saved index of the same passages.</summary>
    /// <exception cref="InvalidDataException">The data is not the index of these passages.</exception>
    internal static SearchIndex Load(IReadOnlyList<Passage> passages, SnapshotReader from, Fusion? fusion = null)
    {
        LanguagePart[] parts = [.. ByLanguage(passages).Select(p => new LanguagePart(p.Docs, LanguageIndex.Load(p.Lang, from)))];
        return Array.TrueForAll(parts, part => part.Index.PassageCount == part.Docs.Length)
            ? new SearchIndex(passages, fusion ?? Fusion.Default, parts)
            : throw new InvalidDataException("The index belongs to other passages.");
    }

    /// <summary>Finds the best passages. Never throws for any text; an empty question finds nothing.</summary>
    public SearchResult Search(string query, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= new SearchOptions();
        var wanted = Math.Max(options.Count, 10) + (options.ExcludedIds?.Count ?? 0);
        var found = new List<(int Passage, double Score)>();
        DecodedQuery? decoded = null;
        var language = LanguageDetector.Detect(query);
        foreach (var part in Parts(options, language))
        {
            var read = QueryReader.Read(part.Index, TranslationsInto(part), query, language);
            decoded ??= read.Decoded;
            var plan = QueryPlan.Create(part.Index, read.Words, fusion.Of(part.Index.Vocabulary.Lang));
            found.AddRange(TopKSearch.Run(part.Index, plan, wanted, options.Exhaustive).Select(hit => (part.Docs[hit.Doc], hit.Score)));
            if (options.Outside is { } outside)
            {
                AddExternalScores(found, part, plan, outside);
            }
        }

        if (options.ExcludedIds is { } excluded)
        {
            found.RemoveAll(hit => excluded.Contains(Passages[hit.Passage].Id));
        }

        decoded ??= new DecodedQuery(query, query, language, []);
        found.Sort(static (a, b) => a.Score == b.Score ? a.Passage.CompareTo(b.Passage) : b.Score.CompareTo(a.Score));
        var hits = found.Take(options.Count).Select(hit => new SearchHit(Passages[hit.Passage], hit.Score)).ToList();
        return hits.Count == 0
            ? new SearchResult(hits, 0, 0, decoded)
            : new SearchResult(
                hits,
                fusion.Calibration.Probability([.. found.Take(10).Select(hit => hit.Score)]),
                Math.Min(1, hits[0].Score),
                decoded
            );
    }

    /// <summary>Explains one passage's score for a question; null when there is no such passage.</summary>
    /// <param name="outside">The scores of external channels for this question.</param>
    public Explanation? Explain(string query, string passageId, OutsideScores? outside = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!byId.TryGetValue(passageId, out var passage))
        {
            return null;
        }

        var part = parts.First(p => p.Index.Vocabulary.Lang == Passages[passage].Lang);
        var read = QueryReader.Read(part.Index, TranslationsInto(part), query, LanguageDetector.Detect(query));
        var plan = QueryPlan.Create(part.Index, read.Words, fusion.Of(part.Index.Vocabulary.Lang));
        List<ChannelShare> channels =
        [
            .. ScoreExplainer.Explain(part.Index, plan, Array.BinarySearch(part.Docs, passage)),
            .. outside?.Explain(passageId) ?? [],
        ];
        return new Explanation(passageId, channels.Sum(c => c.Share), read.Decoded, channels);
    }

    /// <summary>
    /// Adds the scores of external channels to the passages of this language, including passages that the index alone did not find.
    /// </summary>
    private void AddExternalScores(List<(int Passage, double Score)> found, LanguagePart part, QueryPlan plan, OutsideScores outside)
    {
        foreach (var (id, share) in outside.Shares)
        {
            if (!byId.TryGetValue(id, out var passage) || Passages[passage].Lang != part.Index.Vocabulary.Lang)
            {
                continue;
            }

            var at = found.FindIndex(hit => hit.Passage == passage);
            if (at >= 0)
            {
                found[at] = (passage, found[at].Score + share);
            }
            else
            {
                found.Add((passage, ScoreExplainer.Score(part.Index, plan, Array.BinarySearch(part.Docs, passage)) + share));
            }
        }
    }

    /// <summary>Starts training the translation models. Until it has ended, questions are searched without translation.</summary>
    public void BeginLearning() => learning ??= Task.Run(() => translations.Value);

    private Func<TranslationModel> TranslationsInto(LanguagePart part) =>
        () =>
            learning is { IsCompleted: false }
                ? TranslationModel.Empty
                : translations.Value.GetValueOrDefault(part.Index.Vocabulary.Lang, TranslationModel.Empty);

    /// <summary>
    /// For each language the model that translates questions into it, trained on sections that exist in both languages and on the glossary.
    /// </summary>
    private static Dictionary<Lang, TranslationModel> Translations(IReadOnlyList<Passage> passages)
    {
        var vi = passages.Where(p => p.Lang == Lang.Vi).GroupBy(p => (p.ArticleKey, p.SectionId)).ToDictionary(g => g.Key, g => g.First());
        var both = passages
            .Where(p => p.Lang == Lang.En && vi.ContainsKey((p.ArticleKey, p.SectionId)))
            .SelectMany(en => Aligned(vi[(en.ArticleKey, en.SectionId)], en))
            .ToList();
        if (vi.Count == 0)
        {
            return [];
        }

        both.AddRange(Glossary.Default.Translations);
        return new Dictionary<Lang, TranslationModel>
        {
            [Lang.Vi] = TranslationModel.Learn(both.Select(p => (p.En, p.Vi)), Lang.En, Lang.Vi),
            [Lang.En] = TranslationModel.Learn(both, Lang.Vi, Lang.En),
        };
    }

    /// <summary>
    /// Pairs of titles, headings and, when both texts have equally many, paragraphs: shorter texts give better alignments.
    /// </summary>
    private static IEnumerable<(string Vi, string En)> Aligned(Passage vi, Passage en)
    {
        yield return (vi.Title, en.Title);
        yield return (vi.Heading, en.Heading);
        var (a, b) = (
            vi.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            en.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
        foreach (var pair in a.Length == b.Length ? a.Zip(b) : [(vi.Text, en.Text)])
        {
            yield return pair;
        }
    }

    private IEnumerable<LanguagePart> Parts(SearchOptions options, DetectedLanguage language) =>
        options.Lang is { } lang
            ? parts.Where(part => part.Index.Vocabulary.Lang == lang)
            : parts.OrderBy(part => part.Index.Vocabulary.Lang == language.Lang ? 0 : 1);

    private static IEnumerable<(Lang Lang, int[] Docs)> ByLanguage(IReadOnlyList<Passage> passages) =>
        new[] { Lang.Vi, Lang.En }
            .Select(lang => (lang, docs: Enumerable.Range(0, passages.Count).Where(i => passages[i].Lang == lang).ToArray()))
            .Where(part => part.docs.Length > 0);

    /// <summary>The index of one language's passages.</summary>
    private sealed record LanguagePart(int[] Docs, LanguageIndex Index)
    {
        public static LanguagePart Build(int[] docs, Lang lang, IReadOnlyList<Passage> passages)
        {
            LanguageIndex? index = null;
            PhrasingClassifier? classifier = null;
            Parallel.Invoke(
                () => index = new LanguageIndexBuilder(lang).Build(docs.Select(doc => passages[doc])),
                () => classifier = TrainClassifier(docs, lang, passages)
            );
            index!.Classifier = classifier;
            return new LanguagePart(docs, index);
        }

        /// <summary>
        /// Trains the classifier on all articles with phrasings once half of them have enough, because an article without
        /// a class could not be predicted.
        /// </summary>
        private static PhrasingClassifier? TrainClassifier(int[] docs, Lang lang, IReadOnlyList<Passage> passages)
        {
            var articles = docs.Select((doc, i) => (p: passages[doc], doc: i))
                .GroupBy(x => x.p.ArticleKey, StringComparer.Ordinal)
                .Select(g =>
                    (
                        Passages: g.Where(x => x.p.Phrasings.Count > 0 || x.p.Examples.Count > 0).Select(x => x.doc).ToArray(),
                        Phrasings: g.SelectMany(x => x.p.Phrasings.Concat(x.p.Examples)).Distinct(StringComparer.Ordinal).ToList(),
                        g.First().p.Title
                    )
                )
                .Where(e => e.Phrasings.Count > 0)
                .ToList();
            return articles.Count(e => e.Phrasings.Count >= PhrasingClassifier.MinPhrasings) * 2 < articles.Count
                ? null
                : PhrasingTrainer.Train([
                    .. articles.Select(e =>
                        (
                            e.Passages,
                            (IReadOnlyList<List<QueryWord>>)[.. e.Phrasings.Append(e.Title).Select(text => QueryReader.Words(lang, text))]
                        )
                    ),
                ]);
        }
    }
}
