using System.Collections.Concurrent;
using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;
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

    private readonly Lazy<PhrasingIndex> phrasingIndex;
    private readonly Lazy<ArticleCoverage> articleCoverage;
    private readonly Lazy<PhrasingModels> phrasingModels;
    private readonly Lazy<DomainWords> domainWords;
    private readonly Lazy<EvidenceIndex> evidenceIndex;

    private KnowledgeBase(IReadOnlyList<Article> articles, SearchIndex index, LegalRegister register, PhrasingSet trainingPhrasings)
    {
        phrasingIndex = new(() => new PhrasingIndex([.. GetOwnPhrasings(articles), .. trainingPhrasings.All]));
        articleCoverage = new(() => new ArticleCoverage(CollectTexts(articles, trainingPhrasings)));
        phrasingModels = new(() =>
            trainingPhrasings == PhrasingSet.Default ? PhrasingModels.Default : new PhrasingModels(trainingPhrasings)
        );
        domainWords = new(() =>
            new DomainWords(
                GetOwnPhrasings(articles).Concat(trainingPhrasings.All).Select(phrasing => (phrasing.Language, phrasing.Text)),
                ForeignQuestions.Value
            )
        );
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

    public LegalRegister Register { get; }

    /// <summary>Builds the lazy indexes and trains the models now, so that no question waits for them.</summary>
    internal void TrainModels() =>
        Parallel.Invoke(
            () => _ = phrasingIndex.Value,
            () => _ = articleCoverage.Value,
            () => _ = phrasingModels.Value,
            () => _ = domainWords.Value,
            () => _ = evidenceIndex.Value
        );

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

    /// <summary>The next version; an unchanged index is reused, otherwise it is loaded from the snapshot or built.</summary>
    internal static (KnowledgeBase Next, SnapshotOutcome Outcome) CreateNext(
        KnowledgeBase previous,
        IReadOnlyList<Article> articles,
        SnapshotStore snapshots
    )
    {
        List<Passage> passages = [.. articles.SelectMany(article => CreatePassages(article, PhrasingSet.Default))];
        var (index, outcome) = IndexChanges.Compare(previous.Index.Passages, passages).IsEmpty
            ? (previous.Index, SnapshotOutcome.None)
            : SearchSnapshot.Open(passages, snapshots);
        var next = new KnowledgeBase(WithPeriods(articles), index, LegalRegister.Default, PhrasingSet.Default);
        next.TrainModels();
        return (next, outcome);
    }

    /// <summary>Statements have their periods from here on, so that no question waits for them to be read.</summary>
    private static List<Article> WithPeriods(IReadOnlyList<Article> articles) => [.. articles.Select(StatementPeriods.Apply)];

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

/// <summary>The section ids that the pipeline knows by name.</summary>
internal static class AnswerSections
{
    /// <summary>The short answer, the first section of every article.</summary>
    public const string Short = "answer";

    /// <summary>How to apply.</summary>
    public const string Filing = FilingFacts.SectionId;

    /// <summary>What is not known: the passage of <see cref="Article.OwnGap"/>. It is searched, but no section that can be shown.</summary>
    public const string Unknown = "unknown";

    /// <summary>
    /// The sections by which an article is found. How to apply is left out, because many articles share it; what is not known is added, so
    /// that who asks for it finds the article that says so.
    /// </summary>
    public static IEnumerable<Section> Searched(Article article, Lang lang) =>
        article.GetSections(lang).Where(section => section.Id != Filing).Concat(GapPassage(article, lang));

    /// <summary>The passage of what an article does not know; none where it names nothing.</summary>
    public static IEnumerable<Section> GapPassage(Article article, Lang lang) =>
        article.OwnGap is { } gap ? [new Section(Unknown, FilingTexts.Unknown[lang], FilingTexts.FormatGap(gap, lang))] : [];

    /// <summary>What sources do not confirm.</summary>
    public const string Unconfirmed = "unconfirmed";
}
