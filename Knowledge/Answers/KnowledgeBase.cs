using System.Collections.Concurrent;
using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Snapshots;
using PolicyAssistantBot.Knowledge.Understanding;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>One published version of the articles with its indexes: immutable and replaced as a whole.</summary>
public sealed class KnowledgeBase
{
    private readonly FrozenDictionary<string, Article> articlesByKey;
    private readonly FrozenDictionary<string, string> keyByPhrasing;
    private readonly ConcurrentDictionary<string, string> revisions = new(StringComparer.Ordinal);
    private readonly PhrasingSet trainingPhrasings;

    private readonly Lazy<PhrasingIndex> phrasingIndex;
    private readonly Lazy<ArticleCoverage> articleCoverage;
    private readonly Lazy<PhrasingModels> phrasingModels;
    private readonly Lazy<DomainWords> domainWords;
    private readonly Lazy<EvidenceIndex> evidenceIndex;

    private KnowledgeBase(IReadOnlyList<Article> articles, SearchIndex index, LegalRegister register, PhrasingSet trainingPhrasings)
        : this(
            articles,
            index,
            register,
            trainingPhrasings,
            new(() => new PhrasingIndex([.. GetOwnPhrasings(articles), .. trainingPhrasings.All])),
            new(() => new ArticleCoverage(CollectTexts(articles, trainingPhrasings))),
            new(() => trainingPhrasings == PhrasingSet.Default ? PhrasingModels.Default : new PhrasingModels(trainingPhrasings)),
            new(() =>
                new DomainWords(
                    GetOwnPhrasings(articles).Concat(trainingPhrasings.All).Select(phrasing => (phrasing.Language, phrasing.Text)),
                    ForeignQuestions.Value
                )
            )
        ) { }

    /// <summary>
    /// A later version with what an earlier one had learnt from phrasings; its texts are searched and measured as they are now.
    /// </summary>
    private KnowledgeBase(KnowledgeBase learnt, IReadOnlyList<Article> articles, SearchIndex index, IReadOnlySet<string> changedKeys)
        : this(
            articles,
            index,
            learnt.Register,
            learnt.trainingPhrasings,
            learnt.phrasingIndex,
            new(() => new ArticleCoverage(CollectTexts(articles, learnt.trainingPhrasings), learnt.ArticleCoverage, changedKeys)),
            learnt.phrasingModels,
            learnt.domainWords
        ) { }

    private KnowledgeBase(
        IReadOnlyList<Article> articles,
        SearchIndex index,
        LegalRegister register,
        PhrasingSet trainingPhrasings,
        Lazy<PhrasingIndex> phrasingIndex,
        Lazy<ArticleCoverage> articleCoverage,
        Lazy<PhrasingModels> phrasingModels,
        Lazy<DomainWords> domainWords
    )
    {
        this.trainingPhrasings = trainingPhrasings;
        this.phrasingIndex = phrasingIndex;
        this.articleCoverage = articleCoverage;
        this.phrasingModels = phrasingModels;
        this.domainWords = domainWords;
        evidenceIndex = new(() => new EvidenceIndex(articles));
        Register = register;
        Articles = articles;
        Index = index;
        articlesByKey = articles
            .SelectMany(article => article.Keys.Select(key => (Key: key, Article: article)))
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Article, StringComparer.Ordinal);
        keyByPhrasing = CollectPhrasings(articles).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static KnowledgeBase Empty { get; } = Build([]);

    public IReadOnlyList<Article> Articles { get; }

    public SearchIndex Index { get; }

    /// <summary>False while the learnt parts are those of an earlier version.</summary>
    internal bool IsLearnt { get; private init; } = true;

    public LegalRegister Register { get; }

    /// <summary>Builds the lazy indexes and trains the models now, so that no question waits for them.</summary>
    internal KnowledgeBase TrainModels()
    {
        Parallel.Invoke(
            () => _ = phrasingIndex.Value,
            () => _ = articleCoverage.Value,
            () => _ = phrasingModels.Value,
            () => _ = domainWords.Value,
            () => _ = evidenceIndex.Value
        );
        return this;
    }

    /// <summary>The phrasings of each article: its own questions and those of the training set.</summary>
    internal PhrasingIndex PhrasingIndex => phrasingIndex.Value;

    /// <summary>The words of each article.</summary>
    internal ArticleCoverage ArticleCoverage => articleCoverage.Value;

    /// <summary>The statements of each article.</summary>
    internal EvidenceIndex EvidenceIndex => evidenceIndex.Value;

    /// <summary>The words that are typical of the articles' domain.</summary>
    internal DomainWords DomainWords => domainWords.Value;

    private static readonly Lazy<IReadOnlyList<(Lang Lang, string Text)>> ForeignQuestions = new(() =>
        DomainWords.ReadForeign(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Understanding", "foreign.tsv"))
    );

    /// <summary>The classifiers that are trained on the phrasings.</summary>
    internal PhrasingModels PhrasingModels => phrasingModels.Value;

    /// <param name="register">Null for the shipped register.</param>
    /// <param name="phrasings">The training phrasings; null for the shipped ones.</param>
    /// <param name="snapshots">Where the index is stored; null for that of the build.</param>
    public static KnowledgeBase Build(
        IReadOnlyList<Article> articles,
        LegalRegister? register = null,
        PhrasingSet? phrasings = null,
        SnapshotStore? snapshots = null
    )
    {
        ArgumentNullException.ThrowIfNull(articles);
        phrasings ??= PhrasingSet.Default;
        return new(
            WithPeriods(articles),
            SearchSnapshot
                .Open([.. articles.SelectMany(article => CreatePassages(article, phrasings))], snapshots ?? SnapshotStore.Shipped)
                .Index,
            register ?? LegalRegister.Default,
            phrasings
        );
    }

    /// <summary>Learns everything that can be stored, and stores it.</summary>
    public static void WriteSnapshots(IReadOnlyList<Article> articles, SnapshotStore snapshots)
    {
        Build(articles, snapshots: snapshots);
        PhrasingModels.Open(PhrasingSet.Default, snapshots);
        _ = new ActReader(ConversationPolicy.Current.Acts, PhrasingSet.Default, snapshots);
    }

    /// <summary>The first version of a process: it is complete before it is used.</summary>
    internal static (KnowledgeBase First, SnapshotOutcome Outcome) Load(IReadOnlyList<Article> articles, SnapshotStore snapshots)
    {
        var (index, outcome) = SearchSnapshot.Open(CreatePassages(articles), snapshots);
        return (new KnowledgeBase(WithPeriods(articles), index, LegalRegister.Default, PhrasingSet.Default).TrainModels(), outcome);
    }

    /// <summary>
    /// The next version after a change of articles, which searches their new texts with what this version had learnt; an unchanged index is
    /// reused.
    /// </summary>
    internal KnowledgeBase CreateNext(IReadOnlyList<Article> articles)
    {
        var passages = CreatePassages(articles);
        var changes = IndexChanges.Compare(Index.Passages, passages);
        return new KnowledgeBase(
            this,
            WithPeriods(articles),
            changes.IsEmpty ? Index : SearchIndex.BuildUnlearnt(passages, Index),
            KnowledgeChange.FindArticleKeys(changes)
        )
        {
            IsLearnt = IsLearnt && changes.IsEmpty,
        }.TrainModels();
    }

    /// <summary>The same articles after learning from them.</summary>
    internal KnowledgeBase Learn(SnapshotStore snapshots) =>
        new KnowledgeBase(Articles, SearchSnapshot.Open(Index.Passages, snapshots).Index, Register, trainingPhrasings).TrainModels();

    private static List<Passage> CreatePassages(IReadOnlyList<Article> articles) =>
        [.. articles.SelectMany(article => CreatePassages(article, PhrasingSet.Default))];

    /// <summary>Statements have their periods from here on, so that no question waits for them to be read.</summary>
    private static List<Article> WithPeriods(IReadOnlyList<Article> articles) =>
        [.. articles.AsParallel().AsOrdered().Select(StatementPeriods.Apply)];

    /// <summary>An article by its key or by a former key.</summary>
    public Article? Find(string? key) => key is not null && articlesByKey.TryGetValue(key, out var article) ? article : null;

    /// <summary>The revision of a published article; null when there is no such article.</summary>
    public string? GetRevision(string? key) => Find(key) is { } article ? revisions.GetOrAdd(article.Key, _ => article.Revision) : null;

    /// <summary>The article with exactly this folded title or question; null when there is none.</summary>
    internal Article? FindByPhrasing(string folded) =>
        keyByPhrasing.TryGetValue(folded, out var key)
            ? articlesByKey[key]
            : Find(ConversationPolicy.Current.Fields.FindArticleKey(folded));

    internal static string FoldPhrase(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));

    internal static string CreatePassageId(string articleKey, string sectionId, Lang lang) => $"{articleKey}#{sectionId}/{lang.Code()}";

    /// <summary>One passage for each section and language; the phrasings belong to the short answer.</summary>
    internal static IEnumerable<Passage> CreatePassages(Article article, PhrasingSet phrasings) =>
        from lang in new[] { Lang.Vi, Lang.En }
        from section in AnswerSections.Searched(article, lang)
        select new Passage(
            CreatePassageId(article.Key, section.Id, lang),
            article.Key,
            section.Id,
            lang,
            article.Title[lang],
            section.Heading,
            section.Markdown,
            section.Id == AnswerSections.Short ? article.GetQuestions(lang) : []
        )
        {
            Examples =
            [
                .. phrasings
                    .FindByArticle(article.Key)
                    .Where(phrasing => phrasing.Language == lang && phrasing.SectionId == section.Id && !phrasing.IsFollowUp)
                    .Select(phrasing => phrasing.Text),
            ],
        };

    /// <summary>The titles and questions that editors wrote, as phrasings of the short answer.</summary>
    private static IEnumerable<Phrasing> GetOwnPhrasings(IReadOnlyList<Article> articles) =>
        from article in articles
        from lang in new[] { Lang.Vi, Lang.En }
        from text in article.GetQuestions(lang).Append(article.Title[lang])
        select new Phrasing("", article.Key, AnswerSections.Short, false, lang, text);

    private static IEnumerable<(string Article, Lang Lang, IEnumerable<string> Texts)> CollectTexts(
        IReadOnlyList<Article> articles,
        PhrasingSet trainingPhrasings
    ) =>
        from article in articles
        from lang in new[] { Lang.Vi, Lang.En }
        select (
            article.Key,
            lang,
            AnswerSections
                .Searched(article, lang)
                .SelectMany(section => new[] { section.Heading, section.Markdown })
                .Concat(article.GetQuestions(lang))
                .Append(article.Title[lang])
                .Concat(
                    trainingPhrasings
                        .FindByArticle(article.Key)
                        .Where(phrasing => phrasing.Language == lang)
                        .Select(phrasing => phrasing.Text)
                )
        );

    private static IEnumerable<KeyValuePair<string, string>> CollectPhrasings(IReadOnlyList<Article> articles) =>
        from article in articles
        from phrase in article.QuestionsVi.Concat(article.QuestionsEn).Append(article.Title.Vi).Append(article.Title.En)
        group article.Key by FoldPhrase(phrase) into same
        let keys = same.Distinct(StringComparer.Ordinal).ToList()
        where keys.Count == 1
        select KeyValuePair.Create(same.Key, keys[0]);
}
