using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Passages ready to be searched: immutable, so any number of threads may use it at once.</summary>
public sealed class SearchIndex
{
    private readonly Fusion fusion;
    private readonly Part[] parts;
    private readonly Dictionary<string, int> byId;

    private SearchIndex(IReadOnlyList<Passage> passages, Fusion fusion)
    {
        Passages = passages;
        this.fusion = fusion;
        byId = new Dictionary<string, int>(passages.Count, StringComparer.Ordinal);
        for (var i = 0; i < passages.Count; i++)
        {
            byId.TryAdd(passages[i].Id, i);
        }

        parts = [.. new[] { Lang.Vi, Lang.En }.Select(lang => new Part(lang, passages)).Where(part => part.Docs.Length > 0)];
    }

    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>What the index takes in memory, in bytes, the passages' own texts not counted.</summary>
    public long Bytes => parts.Sum(part => part.Index.Bytes) + (byId.Count * 40L);

    /// <param name="passages">Kept as they are; an id that comes twice is found under its first passage.</param>
    /// <param name="fusion">The channels' weights; those shipped with the program when null.</param>
    public static SearchIndex Build(IReadOnlyList<Passage> passages, Fusion? fusion = null)
    {
        ArgumentNullException.ThrowIfNull(passages);
        return new SearchIndex(passages, fusion ?? Fusion.Default);
    }

    /// <summary>The passages that answer best. Never throws on any text; an empty question finds nothing.</summary>
    public SearchResult Search(string query, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= new SearchOptions();
        var wanted = Math.Max(options.Count, 10) + (options.Except?.Count ?? 0);
        var found = new List<(int Passage, double Score)>();
        DecodedQuery? decoded = null;
        var language = LanguageDetector.Detect(query);
        foreach (var part in Parts(options, language))
        {
            var read = QueryReader.Read(part.Index, query, language);
            decoded ??= read.Decoded;
            var plan = QueryPlan.Create(part.Index, read.Words, fusion.Of(part.Index.Words.Lang));
            found.AddRange(TopSearch.Run(part.Index, plan, wanted, options.Exhaustive).Select(hit => (part.Docs[hit.Doc], hit.Score)));
        }

        if (options.Except is { } except)
            found.RemoveAll(hit => except.Contains(Passages[hit.Passage].Id));

        decoded ??= new DecodedQuery(query, query, language, []);
        found.Sort(static (a, b) => a.Score == b.Score ? a.Passage.CompareTo(b.Passage) : b.Score.CompareTo(a.Score));
        var hits = found.Take(options.Count).Select(hit => new SearchHit(Passages[hit.Passage], hit.Score)).ToList();
        return hits.Count == 0
            ? new SearchResult(hits, 0, 0, decoded)
            : new SearchResult(hits, fusion.Calibration.Probability([.. found.Take(10).Select(hit => hit.Score)]), Math.Min(1, hits[0].Score), decoded);
    }

    /// <summary>Takes one passage's score for a question apart; null when there is no such passage.</summary>
    public Explanation? Explain(string query, string passageId)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!byId.TryGetValue(passageId, out var passage))
            return null;

        var part = parts.First(p => p.Index.Words.Lang == Passages[passage].Lang);
        var read = QueryReader.Read(part.Index, query, LanguageDetector.Detect(query));
        var plan = QueryPlan.Create(part.Index, read.Words, fusion.Of(part.Index.Words.Lang));
        var channels = plan.Exact.Length == 0 ? [] : Explainer.Explain(part.Index, plan, Array.BinarySearch(part.Docs, passage));
        return new Explanation(passageId, channels.Sum(c => c.Share), read.Decoded, channels);
    }

    private IEnumerable<Part> Parts(SearchOptions options, DetectedLanguage language) => options.Lang is { } lang
        ? parts.Where(part => part.Index.Words.Lang == lang)
        : parts.OrderBy(part => part.Index.Words.Lang == language.Lang ? 0 : 1);

    /// <summary>One language's passages and where they stand among all.</summary>
    private sealed class Part(Lang lang, IReadOnlyList<Passage> passages)
    {
        public int[] Docs { get; } = [.. Enumerable.Range(0, passages.Count).Where(i => passages[i].Lang == lang)];

        public LanguageIndex Index { get; } = new LanguageIndexBuilder(lang).Build(passages.Where(p => p.Lang == lang));
    }
}
