using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.External;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Learning;
using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>A search index over passages. Immutable and therefore thread-safe.</summary>
public sealed class SearchIndex
{
    private readonly Fusion fusion;
    private readonly LanguagePart[] languageParts;
    private readonly Dictionary<string, int> indexById;

    /// <summary>A message is searched for more than once in a turn.</summary>
    private readonly RecentResults<(string Query, Lang? Lang, int Count), SearchResult> recentResults;

    private readonly IReadOnlyDictionary<Lang, TranslationModel> translationModels;

    private SearchIndex(
        IReadOnlyList<Passage> passages,
        Fusion fusion,
        LanguagePart[] parts,
        IReadOnlyDictionary<Lang, TranslationModel> translationModels
    )
    {
        Passages = passages;
        this.fusion = fusion;
        this.languageParts = parts;
        indexById = new Dictionary<string, int>(passages.Count, StringComparer.Ordinal);
        for (var i = 0; i < passages.Count; i++)
        {
            indexById.TryAdd(passages[i].Id, i);
        }

        this.translationModels = translationModels;
        recentResults = new(64, search => SearchNow(search.Query, new SearchOptions { Lang = search.Lang, Count = search.Count }));
    }

    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>The memory use of the index in bytes, without the texts of the passages.</summary>
    public long ByteSize => languageParts.Sum(part => part.Index.ByteSize) + (indexById.Count * 40L);

    /// <param name="passages">The passages in their order; a duplicate id refers to its first passage.</param>
    /// <param name="fusion">The retriever weights; null for those that are shipped with the program.</param>
    public static SearchIndex Build(IReadOnlyList<Passage> passages, Fusion? fusion = null)
    {
        ArgumentNullException.ThrowIfNull(passages);
        IReadOnlyDictionary<Lang, TranslationModel> translationModels = new Dictionary<Lang, TranslationModel>();
        LanguagePart[] parts = [];
        ParallelWork.Invoke(
            () => parts = ParallelWork.Select(GroupByLanguage(passages), p => LanguagePart.Build(p.Docs, p.Lang, passages)),
            () => translationModels = TranslationTrainer.Train(passages)
        );
        return new SearchIndex(passages, fusion ?? Fusion.Default, parts, translationModels);
    }

    /// <summary>
    /// Builds an index of changed passages with what an earlier index had learnt: searching sees the change at once, while learning from it
    /// takes its time (<see cref="Build"/>).
    /// </summary>
    public static SearchIndex BuildUnlearnt(IReadOnlyList<Passage> passages, SearchIndex learnt)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(learnt);
        return new SearchIndex(
            passages,
            learnt.fusion,
            ParallelWork.Select(GroupByLanguage(passages), group => LanguagePart.BuildUnlearnt(group.Docs, group.Lang, passages, learnt)),
            learnt.translationModels
        );
    }

    /// <summary>
    /// This index, which <see cref="BuildUnlearnt"/> built, with what a new one would learn from its passages. The phrasings of a language
    /// are learnt from only when they are not those that the earlier index had learnt from.
    /// </summary>
    public SearchIndex Learn() =>
        new(Passages, fusion, [.. languageParts.Select(part => part.Learn(Passages))], TranslationTrainer.Train(Passages));

    /// <summary>The index of one language's passages; null when there are none.</summary>
    internal LanguageIndex? GetLanguageIndex(Lang lang) => FindPart(lang)?.Index;

    internal LanguagePart? FindPart(Lang lang) => Array.Find(languageParts, part => part.Index.Vocabulary.Lang == lang);

    internal void Save(SnapshotWriter writer)
    {
        foreach (var part in languageParts)
        {
            part.Index.Save(writer);
        }

        writer.Write<int>([.. translationModels.Keys.Select(lang => (int)lang).Order()]);
        foreach (var (_, model) in translationModels.OrderBy(entry => entry.Key))
        {
            model.Save(writer);
        }
    }

    /// <summary>Loads the saved index of the same passages.</summary>
    /// <exception cref="InvalidDataException">The data is not the index of these passages.</exception>
    internal static SearchIndex Load(IReadOnlyList<Passage> passages, SnapshotReader reader, Fusion? fusion = null)
    {
        LanguagePart[] parts =
        [
            .. GroupByLanguage(passages).Select(p => LanguagePart.Create(p.Docs, LanguageIndex.Load(p.Lang, reader), passages)),
        ];
        return Array.TrueForAll(parts, part => part.Index.PassageCount == part.Docs.Length)
            ? new SearchIndex(
                passages,
                fusion ?? Fusion.Default,
                parts,
                reader.Read<int>().ToDictionary(lang => (Lang)lang, _ => TranslationModel.Load(reader))
            )
            : throw new InvalidDataException("The index belongs to other passages.");
    }

    /// <summary>Finds the best passages. Never throws for any text; an empty question finds nothing.</summary>
    public SearchResult Search(string query, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= new SearchOptions();
        return options is { ExternalScores: null, ExcludedIds: null, IsExhaustive: false }
            ? recentResults.Get((query, options.Lang, options.Count))
            : SearchNow(query, options);
    }

    private SearchResult SearchNow(string query, SearchOptions options)
    {
        var hitCount = Math.Max(options.Count, 10) + (options.ExcludedIds?.Count ?? 0);
        var scoredPassages = new List<(int Passage, double Score)>();
        DecodedQuery? decoded = null;
        var language = LanguageDetector.Detect(query);
        foreach (var part in SelectParts(options, language))
        {
            var analysis = QueryAnalyzer.Analyze(part.Index, GetTranslationModel(part), query, language);
            decoded ??= analysis.Decoded;
            var plan = QueryPlan.Create(part.Index, analysis.Words, fusion.GetWeights(part.Index.Vocabulary.Lang));
            scoredPassages.AddRange(
                TopKSearch.Run(part.Index, plan, hitCount, options.IsExhaustive).Select(hit => (part.Docs[hit.Doc], hit.Score))
            );
            if (options.ExternalScores is { } externalScores)
            {
                AddExternalScores(scoredPassages, part, plan, externalScores);
            }
        }

        if (options.ExcludedIds is { } excluded)
        {
            scoredPassages.RemoveAll(hit => excluded.Contains(Passages[hit.Passage].Id));
        }

        decoded ??= new DecodedQuery(query, query, language, []);
        scoredPassages.Sort(static (a, b) => a.Score == b.Score ? a.Passage.CompareTo(b.Passage) : b.Score.CompareTo(a.Score));
        var hits = scoredPassages.Take(options.Count).Select(hit => new SearchHit(Passages[hit.Passage], hit.Score)).ToList();
        return hits.Count == 0
            ? new SearchResult(hits, 0, 0, decoded)
            : new SearchResult(
                hits,
                fusion.Calibration.ComputeProbability([.. scoredPassages.Take(10).Select(hit => hit.Score)]),
                Math.Min(1, hits[0].Score),
                decoded
            );
    }

    /// <summary>Explains one passage's score for a question; null when there is no such passage.</summary>
    /// <param name="externalScores">The scores of external retrievers for this question.</param>
    public ScoreExplanation? Explain(string query, string passageId, ExternalScores? externalScores = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!indexById.TryGetValue(passageId, out var passage))
        {
            return null;
        }

        var part = languageParts.First(p => p.Index.Vocabulary.Lang == Passages[passage].Lang);
        var analysis = QueryAnalyzer.Analyze(part.Index, GetTranslationModel(part), query, LanguageDetector.Detect(query));
        var plan = QueryPlan.Create(part.Index, analysis.Words, fusion.GetWeights(part.Index.Vocabulary.Lang));
        List<RetrieverShare> retrievers =
        [
            .. ScoreExplainer.Explain(part.Index, plan, Array.BinarySearch(part.Docs, passage)),
            .. externalScores?.Explain(passageId) ?? [],
        ];
        return new ScoreExplanation(passageId, retrievers.Sum(c => c.Share), analysis.Decoded, retrievers);
    }

    /// <summary>
    /// Adds the scores of external retrievers to the passages of this language, including passages that the index alone did not find.
    /// </summary>
    private void AddExternalScores(
        List<(int Passage, double Score)> scoredPassages,
        LanguagePart part,
        QueryPlan plan,
        ExternalScores externalScores
    )
    {
        foreach (var (id, share) in externalScores.PassageShares)
        {
            if (!indexById.TryGetValue(id, out var passage) || Passages[passage].Lang != part.Index.Vocabulary.Lang)
            {
                continue;
            }

            var index = scoredPassages.FindIndex(hit => hit.Passage == passage);
            if (index >= 0)
            {
                scoredPassages[index] = (passage, scoredPassages[index].Score + share);
            }
            else
            {
                scoredPassages.Add((passage, ScoreExplainer.Score(part.Index, plan, Array.BinarySearch(part.Docs, passage)) + share));
            }
        }
    }

    private TranslationModel GetTranslationModel(LanguagePart part) =>
        translationModels.GetValueOrDefault(part.Index.Vocabulary.Lang, TranslationModel.Empty);

    private IEnumerable<LanguagePart> SelectParts(SearchOptions options, DetectedLanguage language) =>
        options.Lang is { } lang
            ? languageParts.Where(part => part.Index.Vocabulary.Lang == lang)
            : languageParts.OrderBy(part => part.Index.Vocabulary.Lang == language.Lang ? 0 : 1);

    private static IEnumerable<(Lang Lang, int[] Docs)> GroupByLanguage(IReadOnlyList<Passage> passages) =>
        new[] { Lang.Vi, Lang.En }
            .Select(lang => (lang, docs: Enumerable.Range(0, passages.Count).Where(i => passages[i].Lang == lang).ToArray()))
            .Where(part => part.docs.Length > 0);
}
