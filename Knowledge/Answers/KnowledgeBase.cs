using System.Collections.Concurrent;
using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Answers.Tables;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Understanding;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Knowledge.Understanding.Matters;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>One published version of the articles with its indexes: immutable and replaced as a whole.</summary>
public sealed class KnowledgeBase
{
    private readonly FrozenDictionary<string, Article> articlesByKey;
    private readonly FrozenDictionary<string, string> keyByPhrasing;
    private readonly ConcurrentDictionary<string, string> revisions = new(StringComparer.Ordinal);
    private readonly PhrasingSet trainingPhrasings;
    private readonly Lazy<ILookup<string, string>> keysBySubject;

    private readonly KnowledgeTables tables;
    private readonly Lazy<PhrasingModels> phrasingModels;

    private KnowledgeBase(
        KnowledgeTables tables,
        SearchIndex index,
        LegalRegister register,
        PhrasingSet trainingPhrasings,
        Lazy<PhrasingModels>? phrasingModels = null
    )
    {
        this.tables = tables;
        this.trainingPhrasings = trainingPhrasings;
        this.phrasingModels =
            phrasingModels
            ?? new(() => trainingPhrasings == PhrasingSet.Default ? PhrasingModels.Default : new PhrasingModels(trainingPhrasings));
        Register = register;
        Index = index;
        articlesByKey = Articles
            .SelectMany(article => article.Keys.Select(key => (Key: key, Article: article)))
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Article, StringComparer.Ordinal);
        keysBySubject = new(() => Articles.ToLookup(article => article.SubjectKey, article => article.Key, StringComparer.Ordinal));
        keyByPhrasing = CollectPhrasings(Articles).ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static readonly Lazy<KnowledgeBase> LazyEmpty = new(() => Build([]));

    public static KnowledgeBase Empty => LazyEmpty.Value;

    public IReadOnlyList<Article> Articles => tables.Articles;

    public SearchIndex Index { get; }

    /// <summary>False while the learnt parts are those of an earlier version.</summary>
    internal bool IsLearnt { get; private init; } = true;

    public LegalRegister Register { get; }

    /// <summary>Computes the tables and trains the models now, so that no question waits for them.</summary>
    internal KnowledgeBase TrainModels()
    {
        ParallelWork.Invoke(() => tables.ComputeAll(), () => _ = phrasingModels.Value);
        return this;
    }

    /// <inheritdoc cref="KnowledgeTables.SectionIndex"/>
    internal SectionIndex SectionIndex => tables.SectionIndex;

    /// <inheritdoc cref="KnowledgeTables.PhrasingIndex"/>
    internal PhrasingIndex PhrasingIndex => tables.PhrasingIndex;

    /// <inheritdoc cref="KnowledgeTables.ArticleCoverage"/>
    internal ArticleCoverage ArticleCoverage => tables.ArticleCoverage;

    /// <inheritdoc cref="KnowledgeTables.MatterCoverage"/>
    internal MatterCoverage MatterCoverage => tables.MatterCoverage;

    /// <inheritdoc cref="KnowledgeTables.EvidenceIndex"/>
    internal EvidenceIndex EvidenceIndex => tables.EvidenceIndex;

    /// <inheritdoc cref="KnowledgeTables.DomainWords"/>
    internal DomainWords DomainWords => tables.DomainWords;

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
        snapshots ??= SnapshotStore.Shipped;
        return new(
            KnowledgeTables.Open(articles, phrasings, snapshots),
            SearchSnapshot.Open([.. articles.SelectMany(article => CreatePassages(article, phrasings))], snapshots).Index,
            register ?? LegalRegister.Default,
            phrasings
        );
    }

    /// <summary>Learns everything that can be stored, and stores it.</summary>
    public static void WriteSnapshots(IReadOnlyList<Article> articles, SnapshotStore snapshots)
    {
        SearchSnapshot.Open(CreatePassages(articles), snapshots);
        KnowledgeTables.OpenOrWrite(articles, PhrasingSet.Default, snapshots);
        PhrasingModels.Open(PhrasingSet.Default, snapshots);
        // The shipped tables, whichever policy the process has published.
        if (ConversationPolicy.Read(ConversationPolicy.ShippedFolder, [], snapshots) is { } policy)
        {
            _ = new ActReader(policy.Acts, PhrasingSet.Default, snapshots);
        }
    }

    /// <summary>The first version of a process: it is complete before it is used.</summary>
    internal static (KnowledgeBase First, SnapshotOutcome Outcome) Load(IReadOnlyList<Article> articles, SnapshotStore snapshots)
    {
        var (index, outcome) = SearchSnapshot.Open(CreatePassages(articles), snapshots);
        var tables = KnowledgeTables.OpenOrWrite(articles, PhrasingSet.Default, snapshots);
        return (new KnowledgeBase(tables, index, LegalRegister.Default, PhrasingSet.Default).TrainModels(), outcome);
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
            tables.CreateNext(articles, trainingPhrasings, KnowledgeChange.FindArticleKeys(changes)),
            changes.IsEmpty ? Index : SearchIndex.BuildUnlearnt(passages, Index),
            Register,
            trainingPhrasings,
            phrasingModels
        )
        {
            IsLearnt = IsLearnt && changes.IsEmpty,
        }.TrainModels();
    }

    /// <summary>The same articles after learning from them.</summary>
    internal KnowledgeBase Learn(SnapshotStore snapshots) =>
        new KnowledgeBase(
            tables.Learn(trainingPhrasings, snapshots),
            SearchSnapshot.Learn(Index, snapshots),
            Register,
            trainingPhrasings,
            phrasingModels
        ).TrainModels();

    private static List<Passage> CreatePassages(IReadOnlyList<Article> articles) =>
        [.. articles.SelectMany(article => CreatePassages(article, PhrasingSet.Default))];

    /// <summary>An article by its key or by a former key.</summary>
    public Article? Find(string? key) => key is not null && articlesByKey.TryGetValue(key, out var article) ? article : null;

    /// <summary>The keys of the articles on the subject of an article, itself among them.</summary>
    internal IEnumerable<string> FindFamily(Article article) => keysBySubject.Value[article.SubjectKey];

    /// <summary>The revision of a published article; null when there is no such article.</summary>
    public string? GetRevision(string? key) => Find(key) is { } article ? revisions.GetOrAdd(article.Key, _ => article.Revision) : null;

    /// <summary>The article with exactly this folded title or question; null when there is none.</summary>
    internal Article? FindByPhrasing(string folded) =>
        keyByPhrasing.TryGetValue(folded, out var key)
            ? articlesByKey[key]
            : Find(ConversationPolicy.Current.Fields.FindArticleKey(folded));

    internal static string FoldPhrase(string text) => VietnameseText.FoldWords(text);

    internal static string CreatePassageId(string articleKey, string sectionId, Lang lang) => $"{articleKey}#{sectionId}/{lang.Code()}";

    /// <summary>
    /// The classifier learns from so many messages of conversations for a section: with all of them it would prefer what people talk about
    /// most.
    /// </summary>
    private const int MaxMessages = 5;

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
                    .GroupBy(phrasing => phrasing.IsMessage)
                    .SelectMany(one => one.Take(one.Key ? MaxMessages : int.MaxValue))
                    .Select(phrasing => phrasing.Text),
            ],
        };

    private static IEnumerable<KeyValuePair<string, string>> CollectPhrasings(IReadOnlyList<Article> articles) =>
        from article in articles
        from phrase in article.QuestionsVi.Concat(article.QuestionsEn).Append(article.Title.Vi).Append(article.Title.En)
        group article.Key by FoldPhrase(phrase) into same
        let keys = same.Distinct(StringComparer.Ordinal).ToList()
        where keys.Count == 1
        select KeyValuePair.Create(same.Key, keys[0]);
}
